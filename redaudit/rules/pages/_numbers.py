"""Page numbers in a message."""

from collections.abc import Sequence

# More numbers than this are not told one by one.
_TOLD = 8


def listed(numbers: Sequence[int]) -> str:
    """Numbers joined by commas, the first few of many: `2, 4, 5`."""
    shown = ", ".join(map(str, numbers[:_TOLD]))
    return f"{shown} ..." if len(numbers) > _TOLD else shown


def pages(numbers: Sequence[int]) -> str:
    """`page 2` or `pages 2, 4`."""
    return f"page{'s' if len(numbers) > 1 else ''} {listed(numbers)}"
