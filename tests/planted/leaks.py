"""What a file still holds of what it withholds, planted in a clean released memorandum."""

import io
import re

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.planted._planted import Planted

MEMO = "memo-part.pdf"

# The name that the first bar of the memorandum withholds; nobody bears it. Places are from the lower left corner.
NAME = "Oren V. Tasselby"
UNDER_BAR = f"0 g BT /T 12 Tf 74 494 Td ({NAME}) Tj ET"


def drawn(before="", after=""):
    """The memorandum with operations before those of its first page, and after them."""

    def make(clean):
        made = PdfWriter(clone_from=io.BytesIO(clean))
        return saved(with_drawing(made, before, after))

    return make


def with_drawing(made, before="", after=""):
    page = made.pages[0]
    content = page.get_contents().get_data().decode("latin-1")
    stream = DecodedStreamObject()
    stream.set_data(f"{before}\n{content}\n{after}\n".encode("latin-1"))
    page[NameObject("/Contents")] = made._add_object(stream)
    return made


def changed(change):
    """The memorandum with a change that a function of its writer makes."""

    def make(clean):
        made = PdfWriter(clone_from=io.BytesIO(clean))
        change(made)
        return saved(made)

    return make


def saved(made):
    sink = io.BytesIO()
    made.write(sink)
    return sink.getvalue()


def marked_for_redaction(made):
    """A redaction of the keeper's oil, marked and not applied."""
    mark = named(
        {
            "/Type": NameObject("/Annot"),
            "/Subtype": NameObject("/Redact"),
            "/Rect": ArrayObject(FloatObject(side) for side in (300, 490, 380, 506)),
            "/F": NumberObject(4),
        }
    )
    made.pages[0][NameObject("/Annots")] = ArrayObject([made._add_object(mark)])


def commented(made):
    made.add_annotation(0, Text(rect=(300, 600, 320, 620), text="Ask the consul whether he minds."))


def described(made):
    made.add_metadata({"/Author": NAME, "/Title": "Lantern oil affair"})


def bookmarked(made):
    made.add_outline_item(title=f"Letter of {NAME}", page_number=0)


def attached(made):
    made.add_attachment("draft.txt", b"The draft of the memorandum.")


def read_aloud(made):
    """Replacement text for a reading program that spells out the name."""
    root = made._add_object(DictionaryObject())
    span = named(
        {
            "/Type": NameObject("/StructElem"),
            "/S": NameObject("/Span"),
            "/P": root,
            "/Pg": made.pages[0].indirect_reference,
            "/K": NumberObject(0),
            "/ActualText": TextStringObject(NAME),
        }
    )
    root.get_object().update(named({"/Type": NameObject("/StructTreeRoot"), "/K": made._add_object(span)}))
    made._root_object[NameObject("/StructTreeRoot")] = root


def with_history(clean):
    """The memorandum saved with the name, and its clean page saved over it at the end of the file."""
    leaking = drawn(after=f"0 g BT /T 12 Tf 72 300 Td (Seen by {NAME}.) Tj ET")(clean)
    made = PdfWriter(io.BytesIO(leaking), incremental=True)
    content = PdfReader(io.BytesIO(clean)).pages[0].get_contents().get_data()
    stream = DecodedStreamObject()
    stream.set_data(content)
    made.pages[0][NameObject("/Contents")] = made._add_object(stream)
    return saved(made)


_MAP = (
    "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
    "{count} beginbfchar {pairs} endbfchar endcmap end"
)


def with_letters_left(made):
    """Words of the first page in a font cut down to their letters, and two that no word has."""
    letters = "".join(sorted(set("in the mornings.") | {"Q", "V"}))
    table, program = DecodedStreamObject(), DecodedStreamObject()
    pairs = " ".join(f"<{ord(letter):02x}> <{ord(letter):04x}>" for letter in letters)
    table.set_data(_MAP.format(count=len(letters), pairs=pairs).encode())
    described = named(
        {
            "/Type": NameObject("/FontDescriptor"),
            "/FontName": NameObject("/ABCDEF+Sample"),
            "/Flags": NumberObject(32),
            "/FontFile2": made._add_object(program),
        }
    )
    font = named(
        {
            "/Type": NameObject("/Font"),
            "/Subtype": NameObject("/TrueType"),
            "/BaseFont": NameObject("/ABCDEF+Sample"),
            "/FirstChar": NumberObject(32),
            "/LastChar": NumberObject(122),
            "/Widths": ArrayObject(NumberObject(500) for _ in range(91)),
            "/ToUnicode": made._add_object(table),
            "/FontDescriptor": made._add_object(described),
        }
    )
    page = made.pages[0]
    page["/Resources"]["/Font"][NameObject("/Z")] = made._add_object(font)
    content = page.get_contents().get_data().decode("latin-1")
    stream = DecodedStreamObject()
    stream.set_data(re.sub(r"/T (12 Tf 210 440)", r"/Z \1", content).encode("latin-1"))
    page[NameObject("/Contents")] = made._add_object(stream)


def seen_through(made):
    """A third bar, of the colour of the others, through which the words beneath it show."""
    half = named({"/Type": NameObject("/ExtGState"), "/ca": FloatObject(0.4)})
    made.pages[0]["/Resources"][NameObject("/ExtGState")] = named({"/Half": half})
    with_drawing(made, after="q /Half gs 0 g 72 506 100 16 re f Q")


def named(entries):
    return DictionaryObject({NameObject(name): value for name, value in entries.items()})


PLANTED = {
    "text-under-redaction": Planted(MEMO, make=drawn(before=UNDER_BAR)),
    "unapplied-redaction": Planted(MEMO, make=changed(marked_for_redaction)),
    "hidden-text": Planted(MEMO, make=drawn(after=f"1 g BT /T 12 Tf 72 300 Td ({NAME}) Tj ET")),
    "metadata-leak": Planted(MEMO, make=changed(described)),
    "structure-leak": Planted(MEMO, make=changed(read_aloud)),
    "bookmark-leak": Planted(MEMO, make=changed(bookmarked)),
    "comment-left": Planted(MEMO, make=changed(commented)),
    "attached-file": Planted(MEMO, make=changed(attached)),
    "earlier-revision": Planted(MEMO, make=with_history),
    "font-leftover": Planted(MEMO, make=changed(with_letters_left)),
    # The first letters of the name, and the bar begins behind them.
    "partial-word-visible": Planted(MEMO, make=drawn(after="0 g BT /T 12 Tf 59 494 Td (Ta) Tj ET")),
    "redaction-too-light": Planted(MEMO, make=changed(seen_through)),
}
