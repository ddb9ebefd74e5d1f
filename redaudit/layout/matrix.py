"""Moving rectangles by the matrices of PDF: (a, b, c, d, e, f) takes x, y to a x + c y + e, b x + d y + f."""

Matrix = tuple[float, float, float, float, float, float]
Corners = tuple[float, float, float, float]

UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that moves by the inner one, then by the outer one."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def moved(corners: Corners, matrix: Matrix) -> Corners:
    """The corners of a rectangle's bounds once moved."""
    if matrix == UNMOVED:
        return corners
    a, b, c, d, e, f = matrix
    points = [(a * x + c * y + e, b * x + d * y + f) for x in corners[::2] for y in corners[1::2]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
