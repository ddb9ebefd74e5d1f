"""The version of this program, in one place: the build and every report read it here."""

__version__ = "0.1.0"
