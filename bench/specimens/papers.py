"""Six made-up papers: a memo, a letter, a telegram, a list, a court paper and a form. Nobody in them exists."""

from paper import A4, Line, Paper

MEMO = Paper(
    (
        Line(72, 80, "PORT AUTHORITY OF KESTRIA", "B", 13),
        Line(72, 100, "Office of Pilots and Lights", "H", 10),
        Line(72, 130, "MEMORANDUM FOR THE HARBOR MASTER", "H", 11),
        Line(72, 152, "Subject: Lamp oil bought in the winter quarter", "H", 11),
        Line(72, 184, "1. The oil was ordered by {Orlan Vextrup} without a second signature.", "H", 11),
        Line(72, 200, "2. He paid the account {55-0192-77} at the bank of the guild.", "H", 11),
        Line(72, 216, "3. The clerk, {Ilsabet Quorn}, kept a copy of every receipt.", "H", 11),
        Line(72, 232, "4. We advise that the order be read again before the spring.", "H", 11),
        Line(72, 264, "Approved for release with deletions.", "H", 10),
    )
)

LETTER_TO_MINISTER = Paper(
    (
        Line(90, 96, "Ministry of Tides and Ferries", "T", 14),
        Line(90, 120, "Dear Minister,", "T", 12),
        Line(90, 144, "I met {Tamsin Yorrevale} at the lock gates on Tuesday, and again at her", "T", 12),
        Line(90, 160, "house in {Larkmoor Lane}, where she spoke of the ferry strike. Her", "T", 12),
        Line(90, 176, "brother will not sign. The pilots want {9,400 crowns} each, and a", "T", 12),
        Line(90, 192, "written word that no one is dismissed.", "T", 12),
        Line(90, 224, "I remain your servant,", "I", 12),
        Line(90, 248, "Desk Officer for Inland Waters", "T", 12),
    ),
    A4,
)

TELEGRAM = Paper(
    (
        Line(60, 70, "PAGE 01        LINDAR  00731  220915Z", "C", 10),
        Line(60, 94, "SUBJECT: HARBOR TALKS, SECOND ROUND", "C", 10),
        Line(60, 118, "1. OUR CONTACT {DAVRIN OSTEBEK} SAID THE MINISTER WOULD GIVE WAY.", "C", 10),
        Line(60, 130, "2. HE NAMED {COLONEL HAUTVARD} AS THE MAN WHO STOPPED THE FIRST ROUND.", "C", 10),
        Line(60, 142, "3. EMBASSY SEES NO NEED TO ANSWER BEFORE THE VOTE.", "C", 10),
        Line(60, 154, "4. SOURCE ASKS FOR {TWELVE HUNDRED} A MONTH.", "C", 10),
    )
)

LIST = Paper(
    (
        Line(80, 90, "List of persons who entered the signal house", "H", 12),
        Line(80, 124, "Name", "B", 10),
        Line(260, 124, "Born", "B", 10),
        Line(380, 124, "Came in", "B", 10),
        Line(80, 146, "{Wendel Prask}", "H", 10),
        Line(260, 146, "{4 March 1931}", "H", 10),
        Line(380, 146, "at noon", "H", 10),
        Line(80, 166, "{Oda Lindqvist-Bray}", "H", 10),
        Line(260, 166, "{19 June 1940}", "H", 10),
        Line(380, 166, "by the north door", "H", 10),
        Line(80, 186, "A pilot of the guild", "H", 10),
        Line(260, 186, "not asked", "H", 10),
        Line(380, 186, "with the mail", "H", 10),
    ),
    A4,
    tuple(f"0.5 w 76 {842 - y} m 500 {842 - y} l S" for y in (110, 130, 152, 172, 192)),
)

COURT = Paper(
    (
        Line(180, 72, "COURT OF WATERWAYS, THIRD BENCH", "T", 12),
        Line(100, 110, "The witness {Brannoch Tull} stated under oath that he saw the barge", "T", 12),
        Line(100, 134, "leave at night. Counsel asked who had paid him. The witness named", "T", 12),
        Line(100, 158, "{Merrin Ashgrove and her late husband}, and later withdrew the name.", "T", 12),
        Line(100, 182, "The bench orders that his address, {14 Eelmarket}, be withheld.", "T", 12),
    )
)

FORM = Paper(
    (
        Line(70, 80, "FORM 12-B  REPORT OF A LOST PERMIT", "B", 12),
        Line(76, 118, "Name of holder", "H", 8),
        Line(76, 134, "{Sefton Garrowby}", "C", 11),
        Line(300, 118, "Number", "H", 8),
        Line(300, 134, "{KP 7741-093}", "C", 11),
        Line(76, 158, "Where it was lost", "H", 8),
        Line(76, 174, "On the ferry to Port Astrel", "C", 11),
    ),
    (612, 792),
    (
        "0.75 w",
        *(f"70 {792 - bottom} 460 40 re S" for bottom in (146, 186)),
        "294 646 m 294 686 l S",
    ),
)

PAPERS = (MEMO, LETTER_TO_MINISTER, TELEGRAM, LIST, COURT, FORM)
