"""Pairs written by LibreOffice Writer: black highlighting, shapes, pictures and frames over words, notes, properties.

Shapes are laid where a first conversion says that the words stand.
"""

import base64
import io
import re
import subprocess
import tempfile
from html import escape
from pathlib import Path

import pdfplumber
from paper import Pair, Place
from PIL import Image, ImageDraw

PRODUCER = "LibreOffice Writer"
UNDER = "text-under-redaction"

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}

PARAGRAPHS = (
    "Kestrian Board of Lamps and Buoys",
    "Minutes of the closed session on the loss of the tender.",
    "The keeper {Hollis Merriwade} was not at his post that night.",
    "His place was taken by {a nephew from Grayling Sound}, who",
    "had been paid {sixty crowns} by the salvage company.",
    "The board asks that the minutes be kept for thirty years.",
)
SECRETS = tuple(re.findall(r"\{(.*?)\}", " ".join(PARAGRAPHS)))

STYLES = """
<style:style style:name="Heavy" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Marked" style:family="text"><style:text-properties {marked}/></style:style>
<style:style style:name="Shape" style:family="graphic"><style:graphic-properties {shape} style:run-through="foreground"
 style:wrap="run-through" style:number-wrapped-paragraphs="no-limit" style:vertical-pos="from-top"
 style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page" fo:padding="0pt"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties {cell}/></style:style>
<style:style style:name="Table" style:family="table"><style:table-properties style:width="300pt" table:align="left"/>
</style:style>
"""

HATCH = (
    '<draw:hatch draw:name="Net" draw:style="double" draw:color="#000000" draw:distance="0.045cm" draw:rotation="450"/>'
)


def flat(body, marked="", shape="", cell="", properties=""):
    """A document in one XML file."""
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in SPACES.items())
    styles = STYLES.format(marked=marked, shape=shape, cell=cell)
    default = (
        '<style:default-style style:family="paragraph"><style:text-properties style:font-name="Liberation Serif" '
        'fo:font-size="12pt"/></style:default-style>'
    )
    face = (
        '<office:font-face-decls><style:font-face style:name="Liberation Serif" svg:font-family="Liberation Serif"/>'
        "</office:font-face-decls>"
    )
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.3"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} {kind}>'
        f"<office:meta>{properties}</office:meta>{face}<office:styles>{HATCH}{default}</office:styles><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def paragraphs(inside, before=""):
    """The minutes; `inside` says what stands for each withheld passage."""
    rows = []
    for row, words in enumerate(PARAGRAPHS):
        style = ' text:style-name="Heavy"' if row == 0 else ""
        shown = re.sub(r"\{(.*?)\}", lambda match: inside(match[1]), escape(words))
        rows.append(f"<text:p{style}>{before if row == 0 else ''}{shown}</text:p>")
    return "".join(rows)


def marked(words):
    return f'<text:span text:style-name="Marked">{words}</text:span>'


def crossed(words):
    return f'<text:span text:style-name="Marked">{"X" * len(words)}</text:span>'


def plain(words):
    return words


def blank(words):
    """As wide as the words, nearly."""
    return f'<text:s text:c="{round(1.85 * len(words))}"/>'


def converted(source, *options):
    """The PDF of a flat document, without the time and the run it was made in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "minutes.fodt")
        path.write_text(source, encoding="utf-8")
        choices = {"ReduceImageResolution": "false", **dict(options)}
        inner = ",".join(f'"{name}":{{"type":"boolean","value":"{value}"}}' for name, value in choices.items())
        command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile"]
        command += ["--convert-to", f"pdf:writer_pdf_Export:{{{inner}}}", "--outdir", folder, path]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return settled(path.with_suffix(".pdf").read_bytes())


def settled(data):
    """The file with one day, one identifier and one checksum, all of the length they had."""
    data = re.sub(rb"\(D:\d{14}[^)]*\)", lambda match: b"(D:20200101000000Z)".ljust(len(match[0])), data)
    data = re.sub(
        rb"(<xmp:\w+Date>)[^<]*", lambda match: (match[1] + b"2020-01-01T00:00:00Z").ljust(len(match[0])), data
    )
    data = re.sub(rb"<[0-9A-F]{32}>", b"<" + b"0" * 32 + b">", data)
    return re.sub(rb"/DocChecksum /[0-9A-F]{32}", b"/DocChecksum /" + b"0" * 32, data)


def standing(data, passages=SECRETS):
    """Where passages stand on the first page."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        found = []
        for words in passages:
            match = document.pages[0].search(re.escape(words).replace(r"\ ", r"\s+"))[0]
            found.append(Place(match["x0"] - 1, match["top"], match["x1"] + 1, match["bottom"]))
        return found


def rectangles(places):
    return "".join(
        f'<draw:rect draw:style-name="Shape" text:anchor-type="paragraph" svg:x="{p.x0:.1f}pt" svg:y="{p.top:.1f}pt" '
        f'svg:width="{p.x1 - p.x0:.1f}pt" svg:height="{p.bottom - p.top:.1f}pt" draw:z-index="1"/>'
        for p in places
    )


def frames(places, inside, alternate=""):
    title = f"<svg:desc>{alternate}</svg:desc>" if alternate else ""
    return "".join(
        f'<draw:frame draw:style-name="Shape" draw:name="f{row}" text:anchor-type="paragraph" svg:x="{p.x0:.1f}pt" '
        f'svg:y="{p.top:.1f}pt" svg:width="{p.x1 - p.x0:.1f}pt" svg:height="{p.bottom - p.top:.1f}pt" '
        f'draw:z-index="{row + 1}">{inside}{title}</draw:frame>'
        for row, p in enumerate(places)
    )


def png(image):
    sink = io.BytesIO()
    image.save(sink, "PNG")
    code = base64.b64encode(sink.getvalue()).decode()
    return f"<draw:image><office:binary-data>{code}</office:binary-data></draw:image>"


def black():
    return png(Image.new("RGB", (40, 12), "black"))


def seal():
    """A ring with a lamp in it."""
    image = Image.new("RGB", (60, 60), "white")
    pen = ImageDraw.Draw(image)
    pen.ellipse((3, 3, 56, 56), outline="navy", width=3)
    pen.polygon(((24, 44), (30, 14), (36, 44)), fill="navy")
    return png(image)


def pair(way, leak, clean, note, rules=UNDER, hidden=SECRETS):
    return Pair(f"writer-{way}", PRODUCER, rules, hidden, leak, clean, note)


def text_looks():
    black = 'fo:background-color="#000000" fo:color="#000000"'
    yield pair(
        "black-highlight",
        converted(flat(paragraphs(marked), marked=black)),
        converted(flat(paragraphs(crossed), marked=black)),
        "black words on black character background; the twin has only the letter X there",
    )
    on_black = 'fo:background-color="#000000" fo:color="#ffffff"'
    yield pair(
        "white-text",
        converted(flat(paragraphs(marked), marked='fo:color="#ffffff"')),
        converted(flat(paragraphs(marked), marked=on_black)),
        "white words on paper; on a black ground in the twin",
        rules="hidden-text",
    )
    yield pair(
        "transparent-text",
        converted(flat(paragraphs(marked), marked='fo:color="#000000" loext:opacity="1%"')),
        converted(flat(paragraphs(marked), marked='fo:color="#000000" loext:opacity="50%"')),
        "words of one hundredth of opacity; of half in the twin",
        rules="hidden-text",
    )
    rows = ("Lamp one", "burning", "Lamp two", "out since Monday")
    table = (
        '<table:table table:style-name="Table"><table:table-column table:number-columns-repeated="2"/>'
        + "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell table:style-name="Cell"><text:p>{marked(cell)}</text:p></table:table-cell>'
                for cell in rows[row : row + 2]
            )
            + "</table:table-row>"
            for row in (0, 2)
        )
        + "</table:table>"
    )
    black_cell = 'fo:background-color="#000000" fo:padding="2pt"'
    yield pair(
        "table-cells",
        converted(flat(paragraphs(plain) + table, marked='fo:color="#000000"', cell=black_cell)),
        converted(flat(paragraphs(plain) + table, marked='fo:color="#ffffff"', cell=black_cell)),
        "black cells with black words; white words in the twin's",
        hidden=("Lamp one", "burning", "Lamp two", "out since Monday"),
    )


def laid_over():
    places = standing(converted(flat(paragraphs(plain))))
    bars = 'draw:fill="solid" draw:fill-color="#000000" draw:stroke="none"'
    yield pair(
        "bars",
        converted(flat(paragraphs(plain, rectangles(places)), shape=bars)),
        converted(flat(paragraphs(blank, rectangles(places)), shape=bars)),
        "drawn rectangles over the words; blanks beneath them in the twin",
    )
    net = 'draw:fill="hatch" draw:fill-hatch-name="Net" draw:fill-hatch-solid="false" draw:stroke="solid"'
    yield pair(
        "hatching",
        converted(flat(paragraphs(plain, rectangles(places)), shape=net)),
        converted(flat(paragraphs(blank, rectangles(places)), shape=net)),
        "rectangles filled with a close net of lines",
    )
    image = 'draw:stroke="none"'
    logo = [Place(430, 84, 470, 124)]
    yield pair(
        "image-over-text",
        converted(flat(paragraphs(plain, frames(places, black())), shape=image)),
        converted(flat(paragraphs(plain, frames(logo, seal())), shape=image)),
        "black pictures over the words; a logo beside them in the twin",
    )
    empty = "<draw:text-box><text:p></text:p></draw:text-box>"
    filled = 'fo:background-color="#000000" draw:fill="solid" draw:fill-color="#000000" fo:border="none"'
    yield pair(
        "frames",
        converted(flat(paragraphs(plain, frames(places, empty)), shape=filled)),
        converted(flat(paragraphs(blank, frames(places, empty)), shape=filled)),
        "empty text frames with a black ground",
    )
    short = [place._replace(x1=place.x0 + 0.55 * (place.x1 - place.x0)) for place in places[:1]]
    graze = [place._replace(x0=place.x0 - 0.4, top=place.top - 1, x1=place.x1 + 0.4) for place in places]
    yield pair(
        "partial-bars",
        converted(flat(paragraphs(plain, rectangles(short)), shape=bars)),
        converted(flat(paragraphs(blank, rectangles(graze)), shape=bars)),
        "a bar that covers the first name only; the twin's bars graze their neighbours",
        hidden=("Hollis",),
    )
    tagged = ("UseTaggedPDF", "true")
    picture = frames(places[:1], black(), "Hollis Merriwade")
    emblem = frames(logo, seal(), "Seal of the board")
    yield pair(
        "picture-description",
        converted(flat(paragraphs(blank, picture), shape=image), tagged),
        converted(flat(paragraphs(blank, emblem), shape=image), tagged),
        "a black picture whose description is the name; the twin describes its seal",
        rules="structure-leak",
        hidden=("Hollis Merriwade",),
    )


def beside_the_page():
    def note(words):
        said = f"<dc:creator>desk</dc:creator><dc:date>2020-01-01T00:00:00</dc:date><text:p>{words}</text:p>"
        return f"<office:annotation>{said}</office:annotation>"

    exported = ("ExportNotes", "true")
    yield pair(
        "comments",
        converted(flat(paragraphs(crossed, note("Merriwade has a lawyer, take him out."))), exported),
        converted(flat(paragraphs(crossed)), exported),
        "a comment exported as a note",
        rules="comment-left",
        hidden=("Merriwade",),
    )
    told = (
        "<dc:title>The case of Hollis Merriwade</dc:title><dc:subject>sixty crowns</dc:subject>"
        "<meta:keyword>Grayling Sound</meta:keyword>"
    )
    shown = "<dc:title>Kestrian Board of Lamps and Buoys</dc:title>"
    yield pair(
        "properties",
        converted(flat(paragraphs(crossed), properties=told)),
        converted(flat(paragraphs(crossed), properties=shown)),
        "document properties with the name; the twin's title stands on the page",
        rules="metadata-leak",
        hidden=("Hollis Merriwade",),
    )


def pairs():
    """Every pair of this room."""
    yield from text_looks()
    yield from laid_over()
    yield from beside_the_page()
