"""A fault planted in a clean example, and what else it must raise with it."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

CLEAN = Path(__file__).parent.parent.parent / "examples" / "clean"


@frozen
class Planted:
    """One fault in one clean example: words changed (each must stand there once or more), or a file made for it.

    `make` takes the clean file's bytes where the fault cannot be written as words. `also` names rules that speak for
    the same fault with good reason; why stands in a comment beside it.
    """

    base: str
    edits: tuple[tuple[str, str], ...] = ()
    make: Callable[[bytes], bytes] | None = None
    also: tuple[str, ...] = ()

    def clean(self) -> bytes:
        """The example without the fault."""
        return (CLEAN / self.base).read_bytes()

    def faulty(self) -> bytes:
        """The example with the fault in it."""
        if self.make is not None:
            return self.make(self.clean())
        text = self.clean().decode()
        for old, new in self.edits:
            assert old in text, f"{self.base} does not hold {old!r}"
            text = text.replace(old, new)
        return text.encode()
