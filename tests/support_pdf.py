"""A small builder of PDFs from drawn operations, by pypdf alone: `pdf(text(72, 100, "SECRET"), line(70, 97, 110, 97))`.

Places are as on paper: points from the top left of a letter page. An operation is a piece of a page's content stream.
"""

import io

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

WIDTH, HEIGHT = 612, 792


def text(x, y, words, size=10, font="C", turns=0, colour=(0, 0, 0), mode=0):
    """Words from x, their baseline at y; `font` C is Courier and H Helvetica; `turns` are quarter turns clockwise."""
    cosine, sine = ((1, 0), (0, -1), (-1, 0), (0, 1))[turns]
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    red, green, blue = colour
    return (
        f"BT /{font} {size} Tf {mode} Tr {red} {green} {blue} rg "
        f"{cosine} {sine} {-sine} {cosine} {x} {HEIGHT - y} Tm ({escaped}) Tj ET"
    )


def line(x0, y0, x1, y1, width=1):
    """A stroked line."""
    return f"{width} w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S"


def box(x0, top, x1, bottom, colour=(0, 0, 0)):
    """A filled rectangle."""
    red, green, blue = colour
    return f"{red} {green} {blue} rg {x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re f"


def outline(x0, top, x1, bottom):
    """A stroked rectangle."""
    return f"1 w {x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re S"


def picture(x0=0, top=0, x1=WIDTH, bottom=HEIGHT):
    """A grey picture."""
    return f"q {x1 - x0} 0 0 {bottom - top} {x0} {HEIGHT - bottom} cm /P Do Q"


def patch(x0, top, x1, bottom, name="K"):
    """A picture over a rectangle: K is black, P is grey, N is a chequered photograph."""
    return f"q {x1 - x0} 0 0 {bottom - top} {x0} {HEIGHT - bottom} cm /{name} Do Q"


def clipped(x0, top, x1, bottom, *operations):
    """Operations of which only what lies within a rectangle is painted."""
    return f"q {x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re W n {' '.join(operations)} Q"


def painted(state, *operations):
    """Operations painted not at all (`Clear`), faintly (`Faint`), by `Half`, or multiplied (`Multiply`)."""
    return f"q /{state} gs {' '.join(operations)} Q"


def switched_off(*operations):
    """Operations on a layer of the document that is switched off."""
    return f"/OC /Off BDC {' '.join(operations)} EMC"


def hatched(x0, top, x1, bottom, name="Close"):
    """A rectangle filled with a pattern of crossed lines: `Close` or `Wide`."""
    return f"/Pattern cs /{name} scn {x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re f"


def form(*operations):
    """Operations inside a form of their own, drawn in place."""
    return ("form", operations)


def annotation(subtype, x0, top, x1, bottom, words=""):
    """An annotation over a rectangle: `StrikeOut`, `Redact` and the like; `words` are printed in it."""
    return ("annotation", subtype, x0, top, x1, bottom, words)


def writer(*pages, rotate=0, crop=None):
    """A pypdf writer with one page for each list of operations."""
    made = PdfWriter()
    layer = _layer_off(made)
    for operations in pages:
        page = made.add_blank_page(WIDTH, HEIGHT)
        resources = _resources(made, layer)
        content = []
        for operation in operations:
            if isinstance(operation, str):
                content.append(operation)
            elif operation[0] == "form":
                name = f"/X{sum(known.startswith('/X') for known in resources['/XObject']) + 1}"
                resources["/XObject"][NameObject(name)] = made._add_object(_form("\n".join(operation[1]), resources))
                content.append(f"{name} Do")
            else:
                made_annotation = _annotation(made, resources, *operation[1:])
                page.setdefault(NameObject("/Annots"), ArrayObject()).append(made._add_object(made_annotation))
        stream = DecodedStreamObject()
        stream.set_data("\n".join(content).encode("cp1252"))
        page[NameObject("/Contents")] = made._add_object(stream)
        page[NameObject("/Resources")] = resources
        if rotate:
            page[NameObject("/Rotate")] = NumberObject(rotate)
        if crop:
            x0, top, x1, bottom = crop
            page.cropbox.lower_left, page.cropbox.upper_right = (x0, HEIGHT - bottom), (x1, HEIGHT - top)
    return made


def pdf(*operations, **options):
    """The bytes of a PDF of one page."""
    return saved(writer(operations, **options))


def saved(made):
    """The bytes of a writer's PDF."""
    sink = io.BytesIO()
    made.write(sink)
    return sink.getvalue()


def _layer_off(made):
    names = {NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("Off")}
    layer = made._add_object(DictionaryObject(names))
    off = DictionaryObject({NameObject("/OFF"): ArrayObject([layer]), NameObject("/Order"): ArrayObject([layer])})
    made._root_object[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): off}
    )
    return layer


def _resources(made, layer):
    fonts = DictionaryObject({NameObject(f"/{name[0]}"): _font(name) for name in ("Courier", "Helvetica")})
    pictures = {
        NameObject("/P"): made._add_object(_picture(b"\xb0", 1)),
        NameObject("/K"): made._add_object(_picture(b"\x00", 1)),
        NameObject("/N"): made._add_object(_picture(b"\x00\xf0\x60\xff\x20\xc0\xff\x40\x90", 3)),
    }
    states = {
        "Clear": {"ca": FloatObject(0)},
        "Faint": {"ca": FloatObject(0.01)},
        "Half": {"ca": FloatObject(0.5)},
        "Multiply": {},
    }
    states["Multiply"]["BM"] = NameObject("/Multiply")
    return DictionaryObject(
        {
            NameObject("/Font"): fonts,
            NameObject("/XObject"): DictionaryObject(pictures),
            NameObject("/ExtGState"): _named(
                {key: _named({**value, "CA": value.get("ca", FloatObject(1))}) for key, value in states.items()}
            ),
            NameObject("/Pattern"): _named(
                {name: made._add_object(_hatching(step)) for name, step in (("Close", 0.8), ("Wide", 8))}
            ),
            NameObject("/Properties"): _named({"Off": layer}),
        }
    )


def _named(values):
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


def _hatching(step):
    stream = DecodedStreamObject()
    stream.set_data(f"0.5 w 0 0 m {step} {step} l S 0 {step} m {step} 0 l S".encode())
    numbers = {"PatternType": 1, "PaintType": 1, "TilingType": 1}
    stream.update({NameObject(f"/{key}"): NumberObject(value) for key, value in numbers.items()})
    stream[NameObject("/BBox")] = ArrayObject(map(FloatObject, (0, 0, step, step)))
    stream.update({NameObject(f"/{key}"): FloatObject(step) for key in ("XStep", "YStep")})
    stream[NameObject("/Resources")] = DictionaryObject()
    return stream


def _font(name):
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": f"/{name}", "/Encoding": "/WinAnsiEncoding"}
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})


def _picture(grays, side):
    stream = DecodedStreamObject()
    stream.set_data(grays)
    names = {"/Type": "/XObject", "/Subtype": "/Image", "/ColorSpace": "/DeviceGray"}
    stream.update({NameObject(key): NameObject(value) for key, value in names.items()})
    stream.update({NameObject(f"/{key}"): NumberObject(side) for key in ("Width", "Height")})
    stream[NameObject("/BitsPerComponent")] = NumberObject(8)
    return stream


def _form(content, resources):
    stream = DecodedStreamObject()
    stream.set_data(content.encode("cp1252"))
    stream.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")})
    stream[NameObject("/BBox")] = ArrayObject(map(NumberObject, (0, 0, WIDTH, HEIGHT)))
    stream[NameObject("/Resources")] = resources
    return stream


def _annotation(made, resources, subtype, x0, top, x1, bottom, words):
    low, high = HEIGHT - bottom, HEIGHT - top
    quad = ArrayObject(map(FloatObject, (x0, high, x1, high, x0, low, x1, low)))
    annotation = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(f"/{subtype}"),
            NameObject("/Rect"): ArrayObject(map(FloatObject, (x0, low, x1, high))),
            NameObject("/QuadPoints"): quad,
            NameObject("/Contents"): TextStringObject(""),
            NameObject("/F"): NumberObject(4),
        }
    )
    if words:
        appearance = _form(f"BT /C 10 Tf 2 4 Td ({words}) Tj ET", resources)
        appearance[NameObject("/BBox")] = ArrayObject(map(NumberObject, (0, 0, x1 - x0, bottom - top)))
        annotation[NameObject("/AP")] = DictionaryObject({NameObject("/N"): made._add_object(appearance)})
    return annotation
