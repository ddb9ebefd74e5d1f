"""The version of this program, in one place: the build and every report read it here."""

import hashlib
from functools import cache
from pathlib import Path

__version__ = "0.1.0"

# As many digits of a hash as tell two states of the code apart.
_DIGITS = 16


@cache
def code_version() -> str:
    """The first digits of the hash of our own code, rules included: two checkouts of one release may differ in it."""
    package = Path(__file__).parent
    digest = hashlib.sha256()
    for file in sorted(package.rglob("*.py")):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:_DIGITS]
