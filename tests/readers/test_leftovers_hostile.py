"""Files made to hang, to overflow or to confuse whoever looks at what they still hold: told, or left alone, in time."""

import time
import zlib

import pytest

from redaudit.model.document import Source
from redaudit.readers.pdf import read
from redaudit.rules.leaks._drawings import CLEAN, FONT, drawn, saved_again, stream, words

# Seconds of work that each of these may be, a slow machine allowed for; what else the machine does is not counted.
LIMIT = 10
BOMB = zlib.compress(b" " * 30_000_000, 9).decode("latin-1")
DEEP = "[" * 400 + "]" * 400


def ring(key, entries=""):
    """Objects that lead to each other for ever."""
    return tuple(f"<<{entries} {key} [6 0 R 7 0 R]>>" for _ in range(2))


@pytest.mark.parametrize(
    "made",
    [
        drawn(*CLEAN, catalog="/Outlines 6 0 R", objects=ring("/First", "/Title (a)")),
        drawn(*CLEAN, catalog="/Outlines 6 0 R", objects=("<</First 6 0 R /Next 6 0 R>>",)),
        drawn(*CLEAN, catalog="/StructTreeRoot 6 0 R", objects=ring("/K", "/ActualText (Orla)")),
        drawn(*CLEAN, catalog="/StructTreeRoot 6 0 R", objects=(f"<</K {DEEP}>>",)),
        drawn(*CLEAN, catalog="/Names <</EmbeddedFiles 6 0 R>>", objects=ring("/Kids")),
        drawn(*CLEAN, catalog="/AcroForm <</Fields 6 0 R>> ", objects=ring("/Kids")),
        drawn(*CLEAN, page="/Annots 6 0 R", objects=("[6 0 R 7 0 R]", "<</Parent 7 0 R /Subtype /Widget>>")),
        drawn(*CLEAN, page="/Annots [3 0 R 99 0 R null 5 (text)]"),
        drawn(*CLEAN, page="/Annots [<</Subtype /Text /Rect [1 2] /Contents (ask)>>]"),
        drawn(*CLEAN, catalog="/Metadata 1 0 R /Outlines 5 0 R /StructTreeRoot 4 0 R /Names [1]"),
        drawn(*CLEAN, trailer="/Info 1 0 R"),
        drawn(*CLEAN, trailer="/Info 3 0 R", catalog="/AF 1 0 R"),
        drawn(*CLEAN, catalog="/Metadata 6 0 R", objects=(stream(BOMB, "/Filter /FlateDecode"),)),
        drawn(*CLEAN, catalog="/Metadata 6 0 R", objects=(stream("<a>" * 50_000),)),
        drawn(*CLEAN, catalog="/Metadata 6 0 R", objects=(stream("<" * 100_000),)),
        drawn(*CLEAN, catalog="/Metadata 6 0 R", objects=(stream("<a b='" * 20_000),)),
        drawn(*CLEAN, "/Span <</ActualText (" + "\\(" * 20_000),
        drawn(*CLEAN, "/Span <</ActualText <" + "f " * 20_000),
        drawn(*CLEAN, "q " * 20_000, "BDC " * 5_000, "EMC " * 9_000, "Q " * 30_000),
        drawn(
            *CLEAN,
            font=FONT.replace("/Helvetica", "/ABCDEF+H /ToUnicode 6 0 R"),
            objects=(stream("beginbfchar " * 9_000),),
        ),
        drawn(
            *CLEAN,
            font=FONT.replace("/Helvetica", "/ABCDEF+H /ToUnicode 6 0 R"),
            objects=(stream("beginbfrange " + "<00> <ffffffff> <0000> " * 5_000 + "endbfrange"),),
        ),
        drawn(*CLEAN, objects=tuple(stream("(" * 3_000 + "Tj") for _ in range(40))),
        drawn(*CLEAN, objects=(stream("BT " * 60_000), stream("6 0 R " * 60_000))),
        saved_again(drawn(*CLEAN), 4, stream("startxref\n20\n%%EOF\n" * 5_000)),
        saved_again(drawn(*CLEAN), 2, "<</Type /Pages /Kids [2 0 R] /Count 1>>"),
        saved_again(drawn(*CLEAN), 3, "<</Type /Page /Parent 2 0 R /Contents [3 0 R 3 0 R] /Resources 3 0 R>>"),
        drawn(words("Linearized")).replace("%PDF-1.7\n", "%PDF-1.7\n%/Linearized 1 /L 999999999999\n"),
    ],
)
def test_a_hostile_file_is_read_in_time(made):
    started = time.process_time()
    read(made.encode("latin-1"), Source("memo.pdf", "00", "", "", 0))
    assert time.process_time() - started < LIMIT
