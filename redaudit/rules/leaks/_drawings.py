"""Made-up PDFs on which the rules about leaks show themselves, written as plain text; no person in them exists.

Places are in points from the lower left corner of a page of 612 by 792.
"""

FONT = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"
_PAGE = (
    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R"
    " /Resources <</Font <</F 5 0 R>>{states}>> {page}>>"
)
_END = "startxref\n{at}\n%%EOF\n"


def words(text: str, x: int = 72, y: int = 700, before: str = "0 g") -> str:
    """Words from x, their baseline at y; `before` are operators that say how they are painted."""
    return f"BT {before} /F 12 Tf {x} {y} Td ({text}) Tj ET 0 Tr"


def box(x0: int, y0: int, x1: int, y1: int, colour: str = "0 g") -> str:
    """A filled rectangle."""
    return f"{colour} {x0} {y0} {x1 - x0} {y1 - y0} re f"


def stream(content: str, entries: str = "") -> str:
    """An object that holds a stream of bytes."""
    return f"<<{entries} /Length {len(content)}>>\nstream\n{content}\nendstream"


def drawn(
    *operations: str,
    page: str = "",
    catalog: str = "",
    trailer: str = "",
    objects: tuple[str, ...] = (),
    font: str = FONT,
    states: str = "",
    more: tuple[str, ...] = (),
) -> str:
    """A PDF of one page, or of those in `more` too. `page`, `catalog`, `trailer` are further entries of the first.

    `objects` count from 6; `states` names graphics states among them.
    """
    first = 6 + len(objects)
    states = f" /ExtGState <<{states}>>" if states else ""
    kids = " ".join(["3 0 R", *(f"{first + 2 * number} 0 R" for number in range(len(more)))])
    further = (
        body
        for number, content in enumerate(more)
        for body in (_PAGE.format(content=first + 2 * number + 1, page="", states=states), stream(content))
    )
    bodies = (
        f"<</Type /Catalog /Pages 2 0 R {catalog}>>",
        f"<</Type /Pages /Kids [{kids}] /Count {1 + len(more)}>>",
        _PAGE.format(content=4, page=page, states=states),
        stream("\n".join(operations)),
        font,
        *objects,
        *further,
    )
    return _written(bodies, trailer)


def _written(bodies: tuple[str, ...], trailer: str) -> str:
    """The file that holds some objects, counted from 1."""
    text, entries = "%PDF-1.7\n", ["0000000000 65535 f "]
    for number, body in enumerate(bodies, 1):
        entries.append(f"{len(text):010} 00000 n ")
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "\n".join(entries)
    at = len(text)
    return (
        f"{text}xref\n0 {len(entries)}\n{table}\n"
        f"trailer\n<</Size {len(entries)} /Root 1 0 R {trailer}>>\n{_END.format(at=at)}"
    )


def saved_again(earlier: str, number: int, body: str) -> str:
    """A PDF to whose end a new version of one object was added, as incremental saving does."""
    start = earlier.rindex("xref\n0 ")
    size = earlier[start:].split()[2]
    place, at = len(earlier), len(earlier) + len(f"{number} 0 obj\n{body}\nendobj\n")
    return (
        f"{earlier}{number} 0 obj\n{body}\nendobj\nxref\n{number} 1\n{place:010} 00000 n \n"
        f"trailer\n<</Size {size} /Root 1 0 R /Prev {start}>>\n{_END.format(at=at)}"
    )


# Words of a page with a bar over a name, and the same page with nothing beneath the bar.
LEAKING = (words("The envoy met "), words("John Q. Sample", 152), words("in March.", 240), box(150, 697, 236, 712))
CLEAN = (words("The envoy met "), words("in March.", 240), box(150, 697, 236, 712))
