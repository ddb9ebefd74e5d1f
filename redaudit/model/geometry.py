"""Places on a page."""

from attrs import field, frozen


@frozen
class Box:
    """A rectangle in points, from the top left of the page as shown."""

    x0: float
    top: float
    x1: float = field()
    bottom: float = field()

    @x1.validator
    def _right_of_left(self, _: object, value: float) -> None:
        if value < self.x0:
            raise ValueError(f"x1 {value} is left of x0 {self.x0}")

    @bottom.validator
    def _below_top(self, _: object, value: float) -> None:
        if value < self.top:
            raise ValueError(f"bottom {value} is above top {self.top}")

    @property
    def width(self) -> float:
        """The extent across."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """The extent down."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Width times height."""
        return self.width * self.height

    def union(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )

    def overlap(self, other: "Box") -> float:
        """The area that both cover."""
        across = min(self.x1, other.x1) - max(self.x0, other.x0)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0
