"""Thirty-four scanned pages of many layouts, each a draft with its answers and a look. All of it is made up."""

from tests.support_scan import Draft, Look, width

SENTENCES = (
    "The envoy of Kestria asked whether the lock would open before",
    "the frost. He was told that the pilots had been paid and that",
    "no further barges would be held at the upper basin. A second",
    "channel exists, but the harbor master does not trust it since",
    "the affair of the tender. We believe that the guild will wait",
    "until the vote, and that the salt price will fall by a tenth.",
    "Three of the four lamps on the west mole were out that night.",
    "The keeper blames the oil; the board blames the keeper. None",
    "of this has reached the papers. The consul at Port Astrel has",
    "promised a list of the ships that paid no toll in the autumn.",
)
COPIER = Look(grain=9, specks=140, jpeg=55)
CLEAN = Look(grain=2, specks=8, jpeg=85, blur=0.5)
BILEVEL = Look(bilevel="threshold", specks=120)
FAX = Look(bilevel="threshold", blur=1.1, specks=260, tilt=0.5)
WORN = Look(blur=1.3, grain=14, specks=220, jpeg=30, ground=225, ink=60)
SCREENED = Look(bilevel="halftone", blur=0.9, specks=60)
FILM = Look(blur=1.1, grain=22, specks=400, jpeg=45, ground=150, ink=15)


def body(draft, x=90, y=130, rows=10, font="C", size=11, leading=15.0, marks=(), stroke=""):
    """Paragraphs from the stock of sentences; `marks` open each third line, struck by `stroke`."""
    for row in range(rows):
        left = x
        if marks and row % 3 == 0:
            mark = marks[(row // 3) % len(marks)]
            draft.portion(x, y + row * leading, mark, stroke, font, size)
            left += width(mark + " ", font, size)
        draft.type(left, y + row * leading, SENTENCES[row % len(SENTENCES)], font, size)


def cover(draft, make, x0, x1, row, rows=1, y=130, leading=15, **more):
    """A redaction over whole rows of a body that begins at y."""
    draft.hide(
        make, x0, y + row * leading - 0.72 * leading, x1, y + (row + rows - 1) * leading + 0.26 * leading, **more
    )


def memo_outlined():
    draft = Draft(1)
    draft.banner("TOP SECRET", 40, "slant")
    draft.banner("TOP SECRET", 765, "slant")
    body(draft, rows=24)
    cover(draft, "outlined", 88, 500, 4, 4, code="3.3(b)(1)", margin=520)
    cover(draft, "outlined", 200, 410, 12, code="3.5(c)", margin=520)
    cover(draft, "outlined", 88, 470, 17, 2, code="3.3(b)(1)", margin=520)
    return draft, COPIER


def memo_stepped():
    draft = Draft(2)
    draft.banner("SECRET", 42, "level", heard="SEGRET")
    draft.banner("SECRET", 762, "level", heard="-SECRET-")
    body(draft, rows=30, font="T", size=12, leading=16)
    draft.stepped(
        [(240, 196), (500, 196), (500, 228), (330, 228), (330, 244), (88, 244), (88, 212), (240, 212)], "3.5(c)"
    )
    draft.stepped([(88, 356), (420, 356), (420, 372), (500, 372), (500, 404), (88, 404)], "3.3(h)(2)")
    return draft, Look(tilt=-0.4)


def bureau_black():
    draft = Draft(3)
    draft.type(150, 60, "BUREAU OF TOLLS AND SEALS", "B", 14)
    body(draft, rows=30, x=110)
    for row, x0, x1 in ((3, 150, 300), (5, 320, 470), (6, 110, 230), (10, 240, 500), (15, 110, 520), (21, 180, 260)):
        cover(draft, "black", x0, x1, row)
    for y in (170, 200, 350, 440):
        draft.code(40, y, "b6", "H", 10)
        draft.code(40, y + 12, "b7C", "H", 10)
    return draft, BILEVEL


def agency_gray():
    draft = Draft(4)
    draft.banner("SECRET", 40, "double")
    body(draft, rows=26, marks=("(S)", "(U)"))
    cover(draft, "gray", 110, 400, 3, label="(b)(3)")
    cover(draft, "gray", 88, 530, 8, 5, label="(b)(1) (b)(3)")
    cover(draft, "gray", 300, 480, 18)
    return draft, CLEAN


def blanks_with_codes():
    draft = Draft(5)
    draft.banner("CONFIDENTIAL", 44, "hand")
    draft.banner("CONFIDENTIAL", 758, "hand")
    body(draft, rows=28)
    cover(draft, "outlined", 88, 510, 6, 3, code="3.3(b)(1)", margin=525)
    cover(draft, "outlined", 250, 400, 15, code="3.3(b)(6)", margin=525)
    return draft, Look(tilt=0.8)


def whole_page_box():
    draft = Draft(6)
    draft.banner("SECRET", 40, "level")
    draft.hide("black", 72, 90, 540, 700)
    draft.code(250, 725, "(b)(1)", "H", 11)
    return draft, BILEVEL


def letter_level_strikes():
    draft = Draft(7)
    draft.banner("SECRET", 48, "level", size=16)
    draft.banner("SECRET", 752, "level", size=16)
    draft.type(90, 100, "Ministry of Tides and Ferries", "T", 15)
    body(draft, y=150, rows=18, font="T", size=12, leading=17)
    draft.scrawl(320, 520, 450)
    return draft, Look()


def memo_underlined():
    draft = Draft(8)
    draft.banner("CONFIDENTIAL", 40, "underline")
    draft.banner("CONFIDENTIAL", 760, "underline")
    body(draft, rows=22)
    draft.rule(90, 118, 300, 118)
    return draft, COPIER


def telegram_spaced():
    draft = Draft(9)
    draft.type(60, 66, "PAGE 01        LINDAR  00731  220915Z", "C", 10)
    draft.banner("S E C R E T", 100, "level", size=11, font="C", x=60)
    body(draft, x=60, rows=20, size=10, leading=12)
    draft.banner("S E C R E T", 420, "level", size=11, font="C", x=60)
    return draft, COPIER


def ruled_table():
    draft = Draft(10)
    draft.banner("UNCLASSIFIED", 40)
    rows = [("Lamp", "Keeper", "State")] + [(f"No. {n}", "guild pilot", "burning") for n in range(1, 16)]
    draft.table(90, 110, (90, 180, 150), rows)
    draft.shade(90, 110, 510, 130, 205)
    return draft, Look()


def form_with_checks():
    draft = Draft(11)
    draft.type(180, 60, "FORM 12-B  REPORT OF A LOST PERMIT", "B", 12)
    for row in range(6):
        draft.frame(70, 90 + 44 * row, 540, 134 + 44 * row)
        draft.rule(300, 90 + 44 * row, 300, 134 + 44 * row)
        draft.type(76, 102 + 44 * row, f"{row + 1}. Name or number", "H", 8)
        draft.type(90, 124 + 44 * row, "PORT ASTREL FERRY", "C", 10)
    for row in range(4):
        draft.frame(90, 380 + 22 * row, 101, 391 + 22 * row)
        draft.type(110, 390 + 22 * row, "yes, and the toll was paid", "H", 10)
    draft.frame(70, 480, 540, 640)
    draft.type(76, 494, "Remarks", "H", 8)
    draft.type(90, 520, "None that the clerk would write down.", "C", 10)
    return draft, BILEVEL


def map_sheet():
    draft = Draft(12)
    draft.banner("SECRET", 40)
    draft.map(90, 90, 520, 600)
    draft.type(200, 630, "The channel at Nether Sluys, as sounded in May", "T", 11)
    draft.banner("SECRET", 765)
    return draft, Look()


def photograph_sheet():
    draft = Draft(13)
    draft.photograph(120, 110, 490, 420)
    draft.type(160, 440, "The tender on the bar, seen from the west mole", "T", 11)
    body(draft, y=480, rows=12)
    return draft, COPIER


def table_with_bars():
    draft = Draft(14)
    rows = [("Name", "Born", "Came in")] + [("pilot of the guild", "4 March 1931", "at noon") for _ in range(14)]
    draft.table(90, 110, (160, 120, 150), rows)
    for row in (1, 2, 5, 9, 13):
        draft.hide("black", 93, 113 + 20 * row, 246, 127 + 20 * row)
    draft.hide("black", 253, 173, 366, 187)
    draft.code(40, 144, "b6", "H", 10)
    return draft, BILEVEL


def form_with_boxes():
    draft = Draft(15)
    draft.banner("CONFIDENTIAL", 40, "slant")
    for row in range(5):
        draft.frame(70, 90 + 60 * row, 540, 150 + 60 * row)
        draft.type(76, 102 + 60 * row, f"{row + 1}. Statement", "H", 8)
        draft.type(90, 126 + 60 * row, "The clerk saw the seal broken before the frost.", "C", 10)
    draft.hide("black", 86, 176, 420, 196)
    draft.hide("black", 200, 296, 390, 312)
    draft.code(545, 190, "b3", "H", 10)
    return draft, Look(tilt=0.3)


def photograph_and_boxes():
    draft = Draft(16)
    draft.banner("TOP SECRET", 44, "cross")
    draft.photograph(330, 110, 540, 260)
    body(draft, x=70, y=300, rows=24)
    cover(draft, "outlined", 68, 500, 3, 3, y=300, code="3.3(b)(1)", margin=520)
    cover(draft, "outlined", 68, 330, 14, y=300, code="3.5(c)", margin=520)
    return draft, COPIER


def film_page():
    draft = Draft(17)
    draft.banner("SECRET", 50)
    draft.banner("SECRET", 750)
    body(draft, rows=30)
    draft.dots(150, 72, "DECLASSIFIED")
    return draft, FILM


def skewed_bars():
    draft = Draft(18)
    body(draft, rows=32, font="H", size=11)
    for row, x0, x1 in ((2, 90, 250), (5, 150, 380), (11, 90, 420), (18, 200, 330)):
        cover(draft, "black", x0, x1, row)
        draft.code(60, 130 + 15 * row, "b6", "H", 9)
    return draft, Look(tilt=1.4)


def shaded_words():
    draft = Draft(19)
    draft.banner("RESTRICTED", 42, "level")
    body(draft, rows=24)
    draft.shade(84, 160, 520, 226, 200)
    draft.shade(84, 300, 520, 330, 185)
    return draft, SCREENED


def coloured_boxes():
    draft = Draft(20)
    body(draft, rows=28, font="H", size=11)
    cover(draft, "blue", 90, 320, 2)
    cover(draft, "blue", 150, 480, 7, 2)
    cover(draft, "red", 90, 260, 14)
    cover(draft, "green", 200, 420, 18, 2)
    return draft, CLEAN


def faint_copy():
    draft = Draft(21)
    draft.banner("CONFIDENTIAL", 46, "level")
    body(draft, rows=26)
    cover(draft, "black", 120, 400, 4)
    cover(draft, "black", 90, 505, 9, 3)
    draft.code(530, 290, "(b)(1)", "H", 9)
    return draft, WORN


def scanner_edges():
    draft = Draft(22)
    draft.edges(left=16, bottom=22)
    draft.holes((300, 30), (380, 30))
    body(draft, rows=28)
    cover(draft, "outlined", 88, 500, 9, 3, code="3.3(b)(1)", margin=520)
    return draft, Look(tilt=-0.6)


def letterhead_and_stamp():
    draft = Draft(23)
    draft.holes((110, 80), across=52)
    draft.type(160, 76, "PORT AUTHORITY OF KESTRIA", "B", 15)
    draft.rule(150, 90, 540, 90, 2.5)
    draft.banner("SECRET", 130, "slant", size=14)
    body(draft, y=170, rows=20)
    draft.frame(330, 640, 540, 700, 2.0)
    draft.type(345, 665, "APPROVED FOR RELEASE", "B", 12)
    draft.type(345, 685, "DATE: 12 MAY 2004", "B", 11)
    return draft, COPIER


def two_columns():
    draft = Draft(24)
    for x in (60, 320):
        for row in range(36):
            draft.type(x, 110 + 14 * row, SENTENCES[row % 10][:38], "T", 10)
    for x0, x1, row in ((58, 250, 3), (58, 200, 12), (318, 500, 6), (360, 510, 16)):
        cover(draft, "black", x0, x1, row, y=110, leading=14)
    draft.code(530, 210, "B7C", "H", 9)
    return draft, BILEVEL


def handwritten_notes():
    draft = Draft(25)
    for row in range(12):
        draft.scrawl(90, 130 + 34 * row, 420 + 9 * (row % 5), 16)
    draft.rule(90, 148, 330, 150, 1.2)
    draft.type(90, 80, "Notes of the pilot, in his own hand", "T", 12)
    return draft, COPIER


def labelled_black():
    draft = Draft(26)
    body(draft, rows=28, font="H", size=11)
    for row, rows in ((2, 2), (7, 3), (16, 2)):
        cover(draft, "black", 86, 440, row, rows, label="(b)(5)")
    return draft, CLEAN


def faxed_outlines():
    draft = Draft(27)
    draft.banner("SECRET", 44, "double", heard="8ECRET")
    draft.banner("SECRET", 760, "double", heard="SECRE")
    body(draft, rows=30, marks=("(S)", "(C)", "(U)"))
    cover(draft, "outlined", 88, 480, 4, 3, code="3.3(b)(1)", margin=535)
    cover(draft, "outlined", 300, 505, 15, 2, code="3.5(c)", margin=535)
    return draft, FAX


def unread_page():
    draft = Draft(28, layer="none")
    draft.banner("SECRET", 44)
    draft.banner("SECRET", 760)
    body(draft, rows=24)
    cover(draft, "black", 150, 420, 5)
    cover(draft, "black", 90, 380, 11)
    return draft, Look(grain=4, specks=20)


def struck_portions():
    draft = Draft(29)
    draft.banner("SECRET", 44, "level", size=15)
    draft.banner("SECRET", 762, "level", size=15)
    body(draft, rows=24, marks=("(S)", "(C)", "(S/NF)"), stroke="level")
    cover(draft, "outlined", 88, 500, 11, code="3.3(b)(1)", margin=520)
    return draft, CLEAN


def slanted_portions():
    draft = Draft(30)
    draft.banner("CONFIDENTIAL", 40, "slant", size=14)
    body(draft, rows=27, font="T", size=12, leading=17, marks=("(C)", "(S)", "(U)"), stroke="slant")
    return draft, COPIER


def plain_portions():
    draft = Draft(31)
    draft.banner("SECRET//NOFORN", 40)
    draft.banner("SECRET//NOFORN", 765)
    body(draft, rows=30, font="T", size=12, leading=16, marks=("(S//NF)", "(U)", "(C)"))
    return draft, Look(tilt=0.5)


def damaged_codes():
    draft = Draft(32)
    body(draft, rows=32)
    for row, code, heard in (
        (2, "3.3(b)(1)", "3 3{b)(l)"),
        (8, "3.5(c)", "3-5<C>"),
        (15, "3.3(h)(2)", "3.3(h)(Z)"),
        (22, "3.3(b)(6)", "s.3(b)(6)"),
    ):
        cover(draft, "outlined", 88, 500, row, 2)
        draft.code(520, 130 + 15 * row + 6, code, heard=heard)
    return draft, COPIER


def codes_without_layer():
    draft = Draft(33, layer="none")
    draft.banner("TOP SECRET", 44, "level", size=14)
    body(draft, rows=20)
    cover(draft, "outlined", 88, 500, 3, 3, code="3.3(b)(1)", margin=515)
    cover(draft, "outlined", 88, 500, 12, 2, code="3.5(c)", margin=515)
    return draft, Look(grain=4, specks=30)


def forms_and_strikes():
    draft = Draft(34)
    draft.banner("CONFIDENTIAL", 50, "cross", size=12)
    draft.frame(60, 90, 550, 700, 1.5)
    draft.rule(60, 150, 550, 150)
    draft.type(70, 104, "FROM", "H", 8)
    draft.type(70, 124, "Desk officer for inland waters", "C", 10)
    draft.type(70, 164, "TEXT", "H", 8)
    body(draft, x=80, y=190, rows=22, size=10, leading=14)
    cover(draft, "black", 80, 420, 4, 2, y=190, leading=14, code="b1", margin=500)
    cover(draft, "black", 140, 330, 13, y=190, leading=14, code="b3", margin=500)
    return draft, BILEVEL


PAGES = (
    memo_outlined,
    memo_stepped,
    bureau_black,
    agency_gray,
    blanks_with_codes,
    whole_page_box,
    letter_level_strikes,
    memo_underlined,
    telegram_spaced,
    ruled_table,
    form_with_checks,
    map_sheet,
    photograph_sheet,
    table_with_bars,
    form_with_boxes,
    photograph_and_boxes,
    film_page,
    skewed_bars,
    shaded_words,
    coloured_boxes,
    faint_copy,
    scanner_edges,
    letterhead_and_stamp,
    two_columns,
    handwritten_notes,
    labelled_black,
    faxed_outlines,
    unread_page,
    struck_portions,
    slanted_portions,
    plain_portions,
    damaged_codes,
    codes_without_layer,
    forms_and_strikes,
)
