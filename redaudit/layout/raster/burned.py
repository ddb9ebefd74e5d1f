"""What a redaction burned into a picture is."""

import enum

from attrs import frozen

from redaudit.model.geometry import Box


class Make(enum.Enum):
    """How a redaction was burned in."""

    BLACK = "black"
    GRAY = "gray"
    COLOURED = "coloured"
    OUTLINED = "outlined"
    HATCHED = "hatched"
    BLANK = "blank"


@frozen
class Burned:
    """A redaction burned into a picture: its place in points, the bounds of a stepped one, and how it was made."""

    box: Box
    make: Make
