"""Earlier versions that a file keeps: (the file, what they show and the last one does not)."""

import pytest

from redaudit.model.document import Holding, Source, Tie
from redaudit.readers._structure.revisions import ends
from redaudit.readers.pdf import read
from redaudit.rules.leaks._drawings import CLEAN, LEAKING, drawn, saved_again, stream, words

FIRST = (words("The envoy met John Q. Sample in March."),)
SHOWS = "an earlier version in the file shows what the page no longer shows: "
TAKEN_OUT = "an earlier version in the file shows a page that was taken out: "
PICTURE = "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"


def left(made):
    """What the earlier versions are told to show: what, page, tie, characters."""
    document = read(made.encode("latin-1"), Source("memo.pdf", "00", "", "", 0))
    return [
        (item.what, item.page, item.tie, item.characters)
        for item in document.leftovers
        if item.kind is Holding.REVISION
    ]


def page(*operations):
    return stream("\n".join(operations))


PAGES = "<</Type /Pages /Kids [{kids}] /Count {count}>>"
SHEET = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 6 0 R /Resources <</Font <</F 5 0 R>>>>>>"
PLACED = "/XObject <</P 6 0 R>> /Font"
_FONTS = "/Resources <</Font <</F 5 0 R>>>>"
PICTURED = drawn(
    "q 612 0 0 792 0 0 cm /P Do Q",
    objects=(stream("\x10", PICTURE),),
    page="/Resources <</XObject <</P 6 0 R>>>>",
).replace(_FONTS, " " * len(_FONTS))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (drawn(*FIRST), []),
        # The name taken out, and put under a bar.
        (
            saved_again(drawn(*FIRST), 4, page(*CLEAN)),
            [(f"{SHOWS}words", 1, Tie.BOX, "John Q. Sample")],
        ),
        (
            saved_again(drawn(*FIRST), 4, page(*LEAKING)),
            [(f"{SHOWS}words", 1, Tie.BOX, "John Q. Sample")],
        ),
        (
            saved_again(drawn(*FIRST), 4, page(words("The envoy met in March."))),
            [(f"{SHOWS}words", 1, Tie.UNSHOWN, "John Q. Sample")],
        ),
        # Something added, moved, or nothing to do with the page.
        (saved_again(drawn(*FIRST), 4, page(*FIRST, words("Page 1", y=40))), []),
        (saved_again(drawn(*FIRST), 4, page(words("The envoy met John Q. Sample in March.", y=500))), []),
        (saved_again(drawn(*FIRST, objects=("<</Title (memo)>>",)), 6, "<</Title (a memo)>>"), []),
        # The version that shows most of them speaks for the page.
        (
            saved_again(saved_again(drawn(*FIRST), 4, page(words("The envoy met Sample."))), 4, page(*CLEAN)),
            [(f"{SHOWS}words", 1, Tie.BOX, "John Q. Sample")],
        ),
        # A page taken out, and one that only moved to another place.
        (
            saved_again(
                saved_again(
                    drawn(words("The envoy met."), objects=(page(*FIRST), SHEET)),
                    2,
                    PAGES.format(kids="3 0 R 7 0 R", count=2),
                ),
                2,
                PAGES.format(kids="3 0 R", count=1),
            ),
            [(f"{TAKEN_OUT}words", None, Tie.UNSHOWN, "The envoy met John Q. Sample in March.")],
        ),
        (
            saved_again(
                drawn(*FIRST, objects=(page(*FIRST), SHEET)),
                2,
                PAGES.format(kids="7 0 R", count=1),
            ),
            [],
        ),
        # Print that became a picture.
        (
            saved_again(
                saved_again(
                    drawn(*FIRST, objects=(stream("\x90", PICTURE),)),
                    3,
                    SHEET.replace("6 0 R", "4 0 R").replace("/Font", PLACED),
                ),
                4,
                page("q 612 0 0 792 0 0 cm /P Do Q"),
            ),
            [(f"{SHOWS}words", 1, Tie.UNSHOWN, "The envoy met John Q. Sample in March.")],
        ),
        # A picture exchanged.
        (saved_again(PICTURED, 6, stream("\x90", PICTURE)), [(f"{SHOWS}a picture", 1, Tie.NONE, "")]),
        (saved_again(PICTURED, 6, stream("\x10", PICTURE)), []),
    ],
)
def test_what_an_earlier_version_shows(made, expected):
    assert left(made) == expected


TWICE = saved_again(drawn(*FIRST), 4, page(*CLEAN)).encode()
ONCE = drawn(*FIRST).encode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ONCE, ()),
        (ONCE + b"\n\n", ()),
        (TWICE, (len(ONCE) - 1,)),
        # An end mark in an attached file leads nowhere.
        (drawn(*FIRST, objects=(stream("startxref\n99999\n%%EOF"),)).encode(), ()),
        (drawn(*FIRST, objects=(stream("startxref\n12\n%%EOF"),)).encode(), ()),
    ],
)
def test_where_earlier_versions_end(data, expected):
    assert ends(data) == expected


def test_the_first_part_of_a_file_made_for_the_web_is_no_version():
    head = b"%PDF-1.7\n9 0 obj\n<</Linearized 1 /L 400>>\nendobj\n"
    mark = b"\nstartxref\n%d\n%%%%EOF" % len(head)
    first = head + b"xref\n0 1\ntrailer\n<<>>" + mark
    whole = first + b"\n1 0 obj\n<<>>\nendobj\n".ljust(400 - len(first) - len(mark)) + mark
    assert len(whole) == 400
    assert ends(whole) == ()
    assert ends(whole + b"\n2 0 obj\n<<>>\nendobj" + mark) == (400,)


def test_of_many_versions_the_first_and_the_last_are_compared():
    made = drawn(*FIRST)
    for _ in range(12):
        made = saved_again(made, 4, page(*CLEAN))
    assert len(ends(made.encode())) == 6
    assert left(made) == [(f"{SHOWS}words", 1, Tie.BOX, "John Q. Sample")]
