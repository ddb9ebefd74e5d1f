"""What a file still holds: (record, what the rule says). No message shows a character of it."""

import pytest
from attrs import evolve

from redaudit.model.document import PICTURED, Concealed, Content, Holding, Ink, Leftover, PaleBox, Tie
from redaudit.model.geometry import Box
from redaudit.model.mark import RedactionKind
from redaudit.model.record import PageFact
from redaudit.vocabulary.outcome import Outcome
from tests.support_rules import code, problems, record, redaction

SECRET = "John Q. Sample"
TEXT, SCAN = Content.TEXT, Content.SCAN


def beneath(characters=SECRET, harmless=False, page=1, ink=Ink.PLAIN, peeping=0):
    concealed = Concealed("under-redaction", None, characters, harmless)
    concealed = concealed if characters else None
    return redaction(RedactionKind.BOX, page=page, concealed=concealed, ink=ink, peeping=peeping)


def pictured(characters=SECRET):
    return redaction(RedactionKind.BOX, concealed=Concealed(PICTURED, None, characters))


@pytest.mark.parametrize(
    ("redactions", "content", "expected"),
    [
        ((beneath(),), TEXT, [("high", "page 1: 12 characters still stand under 1 box")]),
        ((beneath("a"),), TEXT, [("medium", "page 1: 1 character still stands under 1 box")]),
        (
            (beneath(), beneath("abc"), beneath("", page=2)),
            TEXT,
            [("high", "page 1: 15 characters still stand under 2 boxes")],
        ),
        (
            (beneath(), beneath("abc", page=2)),
            TEXT,
            [
                ("high", "page 1: 12 characters still stand under 1 box"),
                ("high", "page 2: 3 characters still stand under 1 box"),
            ],
        ),
        # What OCR read under a box of a scan may be its guess; a speck or two surely is.
        ((beneath(),), SCAN, [("medium", "page 1: 12 characters still stand under 1 box")]),
        ((beneath("ab"),), SCAN, [("low", "page 1: 2 characters still stand under 1 box")]),
        # A bar over a picture hides what the picture shows, whether it was read or not.
        ((pictured(),), SCAN, [("high", "page 1: the picture under 1 box still shows what it covers")]),
        (
            (pictured(), pictured("")),
            SCAN,
            [("high", "page 1: the picture under 2 boxes still shows what they cover")],
        ),
        # A letter or two of a word of which more shows: the rim of the word beside the box.
        ((beneath("et", peeping=3),), TEXT, [("medium", "page 1: 2 characters still stand under 1 box")]),
        ((beneath("et", peeping=2),), TEXT, [("high", "page 1: 2 characters still stand under 1 box")]),
        ((beneath("yet", peeping=9),), TEXT, [("high", "page 1: 3 characters still stand under 1 box")]),
        (
            (beneath("et", peeping=3), beneath("Orla")),
            TEXT,
            [("high", "page 1: 6 characters still stand under 2 boxes")],
        ),
        ((beneath("(b)(6)", harmless=True),), TEXT, []),
        ((beneath("  \n"),), TEXT, []),
        ((beneath(""),), TEXT, []),
        ((beneath(ink=Ink.PENDING),), TEXT, []),
    ],
)
def test_text_under_redaction(redactions, content, expected):
    made = record(redactions=redactions, pages=(content, content))
    assert problems("text-under-redaction", made) == expected


def test_the_document_s_own_number_is_no_secret():
    facts = {"document_id": "C00000001", "case_number": "F-2014-00001"}
    own = (beneath("C0000 0001"), beneath("f-2014-00001"))
    assert problems("text-under-redaction", record(redactions=own, **facts)) == []
    found = problems("text-under-redaction", record(redactions=(*own, beneath()), **facts))
    assert found == [("high", "page 1: 12 characters still stand under 1 box")]


@pytest.mark.parametrize(
    ("redactions", "content", "expected"),
    [
        (
            (beneath(ink=Ink.PENDING),),
            TEXT,
            [("high", "page 1: 1 redaction was marked and never applied; 12 characters beneath")],
        ),
        (
            (beneath("", ink=Ink.PENDING), beneath("", ink=Ink.PENDING)),
            SCAN,
            [("high", "page 1: 2 redactions were marked and never applied")],
        ),
        ((beneath("", ink=Ink.PENDING),), TEXT, [("low", "page 1: 1 redaction was marked and never applied")]),
        ((beneath(),), TEXT, []),
    ],
)
def test_unapplied_redaction(redactions, content, expected):
    assert problems("unapplied-redaction", record(redactions=redactions, pages=(content,))) == expected


@pytest.mark.parametrize(
    ("concealed", "expected"),
    [
        (
            (Concealed("ground-colour", None, SECRET), Concealed("ground-colour", None, "ab")),
            [("medium", "page 1: 14 characters in the colour of the ground")],
        ),
        (
            (Concealed("off-page", None, "ab"), Concealed("tiny", None, "a")),
            [
                ("medium", "page 1: 2 characters outside the visible page"),
                ("low", "page 1: 1 character in type too small to see"),
            ],
        ),
        ((Concealed("covered", None, "ab"),), [("low", "page 1: 2 characters covered by later print")]),
        ((Concealed("transparent", None, "ab", harmless=True), Concealed("clipped", None, " ")), []),
        ((), []),
    ],
)
def test_hidden_text(concealed, expected):
    made = evolve(record(), pages=(PageFact(1, None, TEXT, True, concealed=concealed),))
    assert problems("hidden-text", made) == expected


def peeping(letters, page=1, width=40, ink=Ink.PLAIN):
    return redaction(RedactionKind.BOX, page=page, box=Box(100, 90, 100 + width, 104), peeping=letters, ink=ink)


@pytest.mark.parametrize(
    ("redactions", "expected"),
    [
        (
            (peeping(2),),
            [
                (
                    "low",
                    "page 1: 2 letters of withheld words show at the edge of 1 box (40 points wide);"
                    " cover the whole word and the space beside it",
                )
            ],
        ),
        (
            (peeping(1, page=2), peeping(1, page=3), peeping(3, page=3, width=55.4), peeping(0, page=4)),
            [
                (
                    "low",
                    "page 2: 1 letter of withheld words shows at the edge of 1 box (40 points wide);"
                    " cover the whole word and the space beside it",
                ),
                (
                    "low",
                    "page 3: 4 letters of withheld words show at the edge of 2 boxes (40, 55 points wide);"
                    " cover the whole word and the space beside it",
                ),
            ],
        ),
        ((peeping(2, ink=Ink.PENDING),), []),
        ((peeping(0),), []),
    ],
)
def test_partial_word_visible(redactions, expected):
    assert problems("partial-word-visible", record(redactions=redactions, pages=(TEXT,) * 4)) == expected


BAR = Box(100, 90, 180, 104)


def beside(top=92, claimed=()):
    """A code in the margin, and the redactions that claim it."""
    found = evolve(code("B6"), box=Box(500, top, 530, top + 10))
    return found, tuple(redaction(kind, codes=("B6",), marks=(found,)) for kind in claimed)


@pytest.mark.parametrize(
    ("pale", "top", "claimed", "expected"),
    [
        (PaleBox(BAR, 10), 92, (), ["high"]),
        # The gap that the code tells of is the passage itself.
        (PaleBox(BAR, 10), 92, (RedactionKind.GAP,), ["high"]),
        # A reader's highlight on a row whose code belongs to a box.
        (PaleBox(BAR, 10), 92, (RedactionKind.BOX,), []),
        (PaleBox(BAR, 10), 130, (), []),
        (PaleBox(BAR, 10, labelled=True), 130, (), ["high"]),
        (PaleBox(BAR, 10, among=True), 130, (), ["high"]),
        (PaleBox(BAR, 10, dark=True), 130, (), ["medium"]),
        # A proposal in yellow, or a reader's mark; the colour of other boxes tells more.
        (PaleBox(BAR, 10, bright=True), 92, (), ["medium"]),
        (PaleBox(BAR, 10, bright=True), 130, (), []),
        (PaleBox(BAR, 10, among=True, bright=True), 92, (), ["high"]),
        # The words of a marked row of an index, its code among them.
        (PaleBox(Box(100, 90, 540, 104), 40), 92, (), []),
        (PaleBox(BAR, 10, dark=True), 92, (), ["high"]),
    ],
)
def test_redaction_too_light(pale, top, claimed, expected):
    mark, redactions = beside(top, claimed)
    made = record(mark, redactions=redactions, exemptions=("B6",))
    made = evolve(made, pages=(evolve(made.pages[0], pale=(pale,)),))
    assert [severity for severity, _ in problems("redaction-too-light", made)] == expected


def test_a_dark_shadow_where_nothing_is_withheld_is_no_redaction():
    made = record()
    made = evolve(made, pages=(evolve(made.pages[0], pale=(PaleBox(BAR, 10, dark=True),)),))
    assert problems("redaction-too-light", made) == []


def test_what_can_be_read_is_counted_and_not_told():
    mark, _ = beside()
    made = record(mark, exemptions=("B6",))
    pale = (PaleBox(BAR, 10, labelled=True), PaleBox(BAR, 4, labelled=True))
    made = evolve(made, pages=(evolve(made.pages[0], pale=pale),))
    assert problems("redaction-too-light", made) == [
        (
            "high",
            "page 1: 2 boxes let 14 characters be read that they cover; take the words out and paint the place opaque",
        )
    ]


def left(kind, what="what", characters=SECRET, page=None, tie=Tie.NONE):
    return Leftover(kind, what, characters, page, tie=tie)


WITHHOLDING = {"redactions": (redaction(RedactionKind.BOX),), "status": Outcome.PART}
FIELD = left(Holding.FIELD, "a form's field", page=1, tie=Tie.UNSHOWN)
REVISION = left(Holding.REVISION, "an earlier version", page=2, tie=Tie.UNSHOWN)
PICTURE = left(Holding.REVISION, "an earlier picture", "", page=2)
ATTACHED = left(Holding.ATTACHMENT, "an attached file")
BOOKMARK = left(Holding.BOOKMARK, tie=Tie.UNSHOWN)
TIED = left(Holding.BOOKMARK, page=3, tie=Tie.BOX)
TEXT_OF_TAGS = left(Holding.STRUCTURE, "replacement text", page=1, tie=Tie.UNSHOWN)
AUTHOR = left(Holding.METADATA, "the author", tie=Tie.UNSHOWN)
NOTE = left(Holding.COMMENT, "a note", page=1)
FONT = left(Holding.FONT, characters="JQ")


def tied(leftover, page=1):
    return evolve(leftover, tie=Tie.BOX, page=page)


@pytest.mark.parametrize(
    ("rule", "leftovers", "withheld", "open_"),
    [
        ("hidden-text", (FIELD,), *2 * ([("medium", "page 1: 12 characters hidden: a form's field")],)),
        ("hidden-text", (tied(FIELD),), *2 * ([("high", "page 1: 12 characters hidden: a form's field")],)),
        (
            "earlier-revision",
            (REVISION,),
            [("high", "page 2: an earlier version (12 characters)")],
            [("medium", "page 2: an earlier version (12 characters)")],
        ),
        (
            "earlier-revision",
            (PICTURE,),
            [("medium", "page 2: an earlier picture")],
            [("low", "page 2: an earlier picture")],
        ),
        ("earlier-revision", (tied(PICTURE),), *2 * ([("high", "page 1: an earlier picture")],)),
        ("attached-file", (ATTACHED,), *2 * ([("medium", "an attached file")],)),
        (
            "attached-file",
            (tied(ATTACHED),),
            *2 * ([("high", "page 1: an attached file; words that a redaction hides stand in it")],),
        ),
        (
            "bookmark-leak",
            (BOOKMARK, BOOKMARK, TIED),
            [
                ("medium", "2 bookmarks hold words that no page shows (24 characters)"),
                ("high", "page 3: 1 bookmark holds words that stand under a redaction (12 characters)"),
            ],
            [
                ("info", "2 bookmarks hold words that no page shows (24 characters)"),
                ("high", "page 3: 1 bookmark holds words that stand under a redaction (12 characters)"),
            ],
        ),
        ("bookmark-leak", (left(Holding.BOOKMARK),), [], []),
        (
            "structure-leak",
            (TEXT_OF_TAGS,),
            [("medium", "1 passage with words that no page shows in replacement text (12 characters)")],
            [("info", "1 passage with words that no page shows in replacement text (12 characters)")],
        ),
        (
            "structure-leak",
            (tied(TEXT_OF_TAGS), tied(left(Holding.STRUCTURE, "descriptions"))),
            *2
            * (
                [
                    (
                        "high",
                        "page 1: words that stand under a redaction are left in replacement text; descriptions"
                        " (24 characters)",
                    )
                ],
            ),
        ),
        (
            "metadata-leak",
            (AUTHOR, left(Holding.METADATA, "the title", tie=Tie.UNSHOWN)),
            [("medium", "words that no page shows in the author, the title")],
            [("info", "words that no page shows in the author, the title")],
        ),
        # Who saved the released copy is its author to most programs.
        (
            "metadata-leak",
            (AUTHOR, AUTHOR),
            [("low", "words that no page shows in the author")],
            [("info", "words that no page shows in the author")],
        ),
        (
            "metadata-leak",
            (tied(AUTHOR),),
            *2 * ([("high", "page 1: words that stand under a redaction are left in the author")],),
        ),
        (
            "comment-left",
            (NOTE, NOTE, evolve(NOTE, page=2, what="on a stamp")),
            *2
            * (
                [
                    ("medium", "page 1: 2 comments left (a note; 24 characters)"),
                    ("medium", "page 2: 1 comment left (on a stamp; 12 characters)"),
                ],
            ),
        ),
        (
            "comment-left",
            (tied(NOTE),),
            *2
            * ([("high", "page 1: 1 comment left (a note; 12 characters); words that a redaction hides stand in it")],),
        ),
        (
            "font-leftover",
            (FONT, left(Holding.FONT, characters="Z")),
            [("low", "3 letters that no page uses left in 2 fonts cut down to the text's letters")],
            [("info", "3 letters that no page uses left in 2 fonts cut down to the text's letters")],
        ),
    ],
)
def test_what_a_file_still_holds(rule, leftovers, withheld, open_):
    made = evolve(record(**WITHHOLDING), leftovers=leftovers)
    assert problems(rule, made) == withheld
    assert problems(rule, evolve(record(), leftovers=leftovers)) == open_
    assert problems(rule, record(**WITHHOLDING)) == []
