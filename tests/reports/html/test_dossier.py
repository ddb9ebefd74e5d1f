"""The record beside a document's pages: every column, its proof, its doubt, and what stands for what is not stated."""

import datetime as dt

import pytest
from attrs import evolve

from redaudit import pipeline
from redaudit.model.document import PICTURED, Concealed, Content, Holding, Ink, Leftover, PaleBox
from redaudit.model.finding import Audited, Finding, Severity
from redaudit.model.geometry import Box
from redaudit.model.mark import AuthorityBlock, ExemptionCode, RedactionKind, ReleaseStamp
from redaudit.model.part import Choices
from redaudit.model.record import Fact, PageFact, Redaction, Rival
from redaudit.reports._columns import COLUMNS
from redaudit.reports.html import paper
from redaudit.reports.html.dossier import dossier
from redaudit.vocabulary.level import CONFIDENTIAL, SECRET, TOP_SECRET, UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome
from tests.support import BANNER, CODE, NUMBER, PORTION, STAMP, audited, mark, plain
from tests.support_tree import tree, words

TELEGRAM = """\
UNCLASSIFIED U.S. Department of State Case No. F-2018-99112 Doc No. C06999345 Date: 03/16/2023

~~SECRET~~

RELEASE IN PART
B1,1.4(D),B6

R 231604Z NOV 99
FM AMEMBASSY PORT ASTREL
TO SECSTATE WASHDC

~~S E C R E T~~ PORT ASTREL 000217

E.O. 12958: DECL: 11/19/09
SUBJECT: TALKS ON THE CANAL

CLASSIFIED BY: AMBASSADOR ANN Q. SAMPLE. REASON: 1.5(B) AND (D).

1. ~~(S)~~ THE MINISTER CAME ALONE.

                                                                        1.4(D)
                                                                        B1

2. ~~(C)~~ HE WAS BRIEF.
"""


def shown(document, **choices):
    """The dossier and the title of a document, as a tree."""
    values = {"dossier": dossier(document, Choices(rules=pipeline.rules(), **choices)), "rules": "../rules.html"}
    return tree(paper.printed("title.html", values) + paper.printed("dossier.html", values))


def column(page, name):
    """What a page says in a column of the record."""
    return words(page.find(f".//table[@id='record']//div[@data-column='{name}']"))


def row(page, name):
    """The cells of a row of the record, and what changed in it."""
    table = page.find(".//table[@id='record']")
    body = next(body for body in table.findall("tbody") if body.find(f"tr[@data-column='{name}']") is not None)
    return [words(cell) for cell in body.iter("td")]


def proofs(page, path):
    """The anchors that the values of a part lead to, by the value."""
    return {words(link.find("bdi")): link.get("data-marks") for link in page.find(path).iter("a")}


RECORD = ".//table[@id='record']//div[@data-column='{}']"


# Every column.


@pytest.mark.parametrize("document", [audited(), plain()], ids=["with something in every column", "silent"])
def test_every_column_of_the_contract_is_there(document):
    named = {element.get("data-column") for element in shown(document).iter() if element.get("data-column")}
    assert named == set(COLUMNS)


def test_what_a_telegram_says_in_two_columns_and_what_changed():
    page = shown(pipeline.examine(TELEGRAM.encode()))
    assert row(page, "original_date") == [
        "1999-11-23, proof on page 1, line 8",
        "2023-03-16, proof on page 1, line 1",
        "What changed: 23.3 years from the document's date to its release, proof on page 1",
    ]
    assert row(page, "declassify_on") == [
        "declassify on 2009-11-19, proof on page 1, line 14",
        "withheld until not stated",
        "What changed: 13.3 years overdue at release, proof on page 1",
    ]
    assert row(page, "classification_reasons")[2] == ("What changed: Kept at release: 1.4(D) No longer given: 1.5(B)")


def test_a_silent_document_states_nothing_and_nothing_is_made_up():
    page = shown(plain())
    assert row(page, "original_classification") == [
        "not stated ; released copy not stated ; what stays withheld not stated",
        "What changed: no release marking seen, so no change is known",
    ]
    assert page.findall(".//table[@id='record']//a") == []
    assert words(page.find(".//section[@id='findings']")) == "Findings No rule found anything to remark on. no severity"


# The line at the top.


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {},
            "SECRET document of 1999-11-23, released in part on 2020-11-23; 2 redactions, 3 findings, the worst high.",
        ),
        (
            {"message_reference": Fact("PORT ASTREL 217"), "redactions": ()},
            "SECRET telegram of 1999-11-23, released in part on 2020-11-23; no redaction seen,"
            " 3 findings, the worst high.",
        ),
        (
            {"original_classification": None, "original_date": None, "pages": (PageFact(1, None, Content.TEXT, True),)},
            "Document without a stated date or classification, released in part on 2020-11-23;"
            " 2 redactions, 3 findings, the worst high.",
        ),
        (
            {"original_date": None, "release_date": None, "release_status": Fact(Outcome.DENIED)},
            "SECRET document whose date was not seen, denied on a day not stated; 2 redactions,"
            " 3 findings, the worst high.",
        ),
        (
            {"release_status": Fact(Outcome.UNSPECIFIED)},
            "SECRET document of 1999-11-23, released on 2020-11-23, whether in full or in part not stated;"
            " 2 redactions, 3 findings, the worst high.",
        ),
        (
            {"release_status": Fact(Outcome.NONE)},
            "SECRET document of 1999-11-23, no release marking seen; 2 redactions, 3 findings, the worst high.",
        ),
    ],
)
def test_one_line_of_what_a_document_is(changes, line):
    assert words(shown(audited(**changes)).find(".//p[@class='headline']")) == line


def test_one_redaction_and_one_finding_are_singular():
    document = audited(redactions=audited().record.redactions[:1])
    one = Audited(document.record, document.findings[:1])
    assert words(shown(one).find(".//p[@class='headline']")).endswith("; 1 redaction, 1 finding (medium).")


def test_the_title_names_path_number_subject_and_pages():
    page = shown(audited())
    assert words(page.find(".//h1")) == "papers/cable.txt"
    assert words(page.find(".//p[@class='known-as']")) == (
        "Number C00000001, proof on page 1, line 1 · Subject =TALKS, ON THE CANAL · 2 pages; page 2 could not be read"
    )


# Proof.


def test_a_value_leads_to_its_marks():
    page = shown(audited())
    link = page.find(RECORD.format("original_classification")).find("a")
    assert (link.get("href"), link.get("data-marks"), words(link)) == ("#m1", "m1", "SECRET, proof on page 1, line 1")


def test_each_code_of_a_list_leads_to_the_marks_that_say_it():
    other = mark("exemption-code", ExemptionCode("B6"), "B6", 200)
    document = audited(marks=(STAMP, CODE, other), exemptions=Fact(("1.4(D)", "B6", "B3"), (CODE, other)))
    assert proofs(shown(document), RECORD.format("exemptions")) == {"1.4(D)": "m1", "B6": "m2", "B3": "m1 m2"}


def test_a_value_that_no_mark_proves_is_no_link():
    assert column(shown(audited()), "declassify_on") == "declassify on 2009-11-19"
    assert shown(audited()).find(RECORD.format("declassify_on")).find("a") is None


def test_codes_say_what_they_mean():
    link = shown(audited()).find(".//table[@class='totals']").find(".//a")
    assert link.get("title").startswith("Classified because it concerns foreign relations")


# Doubt, and three kinds of silence.


def test_a_doubtful_value_says_so_and_why():
    page = shown(audited())
    assert column(page, "original_captions").endswith("doubtful: inferred, not stated in so many words")
    assert column(page, "document_id").endswith("doubtful: another reading stands against it")


def test_a_value_read_by_ocr_or_from_damaged_letters_says_so():
    read = evolve(BANNER, doubtful=True)
    broken = mark("release-stamp", ReleaseStamp("cia", damaged=True), "Re1ease", 300)
    document = audited(
        marks=(read, broken),
        original_classification=Fact(SECRET, (read,)),
        release_date=Fact(dt.date(2020, 11, 23), (broken,), doubtful=True),
    )
    page = shown(document)
    assert column(page, "original_classification").endswith("doubtful: read by OCR")
    assert column(page, "release_date").endswith("doubtful: from damaged letters")


def test_where_a_page_was_not_seen_the_silence_is_another():
    page = shown(audited())
    assert column(page, "case_number") == "case not stated on the pages that could be seen"
    assert "Page 2 could not be read: what is not stated here may stand there." in words(page)


def test_where_no_page_was_seen_nothing_is_visible():
    page = shown(evolve(plain(), record=evolve(plain().record, pages=(PageFact(1, None, Content.IMAGE_ONLY, False),))))
    assert column(page, "original_date") == "not visible"
    assert "No page could be read (page 1): nothing can be said of what stands there." in words(page)


def test_what_is_not_there_may_be_on_a_page_that_was_not_seen():
    redaction = Redaction(RedactionKind.BOX, 2, 1, 0, 1)
    page = shown(audited(release_status=Fact(Outcome.NONE), deleted_pages=None, redactions=(redaction,)))
    assert column(page, "release_status") == "no release marking on the pages that could be seen"
    assert column(page, "deleted_pages") == "whole pages none stated on the pages that could be seen"
    assert "not visible" in words(page.find(".//table[@class='passages']/tbody"))


def test_a_damaged_stamp_is_not_readable_rather_than_silent():
    broken = mark("release-stamp", ReleaseStamp("cia", damaged=True), "Re1ease", 300)
    document = evolve(plain(), record=evolve(plain().record, marks=(broken,)))
    assert column(shown(document), "release_date") == "not readable: the release stamp on page 1 is damaged"


def test_strikes_that_a_copy_cannot_show_are_not_called_missing():
    document = plain()
    assert column(shown(document), "banners_struck") == "cannot be told from this copy"
    printed = tuple(evolve(page, content=Content.TEXT, size=(612.0, 792.0)) for page in document.record.pages)
    # Where strikes would show, it is the banner that is missing: one that is no class of secrecy counts as none.
    seen = evolve(document, record=evolve(document.record, pages=printed))
    assert column(shown(seen), "banners_struck") == "no classified banner seen"


# What changed.


@pytest.mark.parametrize(
    ("changes", "change"),
    [
        (("downgraded", SECRET, CONFIDENTIAL), "Downgraded: SECRET → CONFIDENTIAL"),
        (("upgraded", SECRET, TOP_SECRET), "Upgraded: SECRET → TOP SECRET"),
        (("upgraded", None, SECRET), "Upgraded: UNCLASSIFIED (an unmarked document counts as such) → SECRET"),
        (("unchanged", SECRET, SECRET), "Unchanged: SECRET"),
        (("declassified", SECRET, UNCLASSIFIED), "Declassified: SECRET → UNCLASSIFIED"),
        (("declassified", SECRET, None), "Declassified: was SECRET"),
        ((None, SECRET, None), "the markings of this copy do not say what became of the classification"),
    ],
)
def test_what_became_of_the_classification(changes, change):
    word, before, after = changes
    document = audited(
        classification_change=Fact(word) if word else None,
        original_classification=Fact(before) if before else None,
        withheld_classification=Fact(after) if after else None,
        release_classification=None,
    )
    assert column(shown(document), "classification_change") == change


@pytest.mark.parametrize(
    ("due", "until", "said"),
    [
        ("2009-11-19", "2030-11-23", ["11 years overdue at release", "from 2009 to 2030 (+21 years)"]),
        ("2020-11-23", None, ["Released on the day it was due"]),
        ("2021-11-23", "2020-12-31", ["Not overdue: released 1 year before that day", "(−0.9 years)"]),
        ("OADR", "2030-11-23", ["overdue not known, for no day was set"]),
        ("2020-11-20", None, ["3 days overdue at release"]),
    ],
)
def test_how_late_the_release_came(due, until, said):
    document = audited(declassify_on=Fact(due), withheld_until=Fact(until) if until else None)
    change = row(shown(document), "declassify_on")[2]
    assert [part for part in said if part not in change.replace(".0 years", " years")] == []


def test_a_release_before_the_document_is_told_so():
    document = audited(original_date=Fact(dt.date(2021, 11, 23)))
    assert "Released 1 year before the document's own date" in row(shown(document), "original_date")[2]


def test_reasons_that_were_added_and_dropped():
    document = audited(classification_reasons=Fact(("1.5(B)", "1.5(D)")), exemptions=Fact(("B1", "1.4(D)", "1.4(C)")))
    change = row(shown(document), "classification_reasons")[2]
    assert change == "What changed: Kept at release: 1.4(D) Added at release: 1.4(C) No longer given: 1.5(B)"


def test_pages_that_are_missing_or_too_many():
    assert "1 page fewer in the file than stated" in row(shown(audited(pages_stated=Fact(3))), "pages_stated")[2]
    assert "1 page more in the file than stated" in row(shown(audited(pages_stated=Fact(1))), "pages_stated")[2]
    assert len(row(shown(audited(pages_stated=Fact(2))), "pages_stated")) == 2


# Rivals.


def test_rival_readings_with_their_marks():
    document = audited(rivals=(Rival("original_classification", CONFIDENTIAL, (PORTION,)),))
    rivals = shown(document).find(".//section[@id='rivals']")
    assert words(rivals.find(".//dt")) == "Original classification"
    assert words(rivals.find(".//dd")) == ("taken SECRET page 1, line 1 also CONFIDENTIAL page 1, line 1")


def test_without_rivals_there_is_no_such_part():
    assert shown(plain()).find(".//section[@id='rivals']") is None


# What is withheld.


def test_each_redaction_with_its_codes_and_how_much():
    rows = shown(audited()).findall(".//table[@class='passages']/tbody/tr")
    assert [words(row) for row in rows] == [
        "R1 page 1, line 7 B1 1.4(D) INA 222(f) box, 1.2 % of the page 7 characters still readable under it",
        "R2 page 1, line 9 no code masked letters XXXXXX made by a publisher, not by an agency; not counted",
        "R3 page 1, line 11 no code words in its place, 1.5 lines [1½ lines]",
    ]


def test_what_stands_under_a_redaction_is_told_only_on_request():
    assert "Revealed" not in words(shown(audited()))
    assert "the name" not in words(shown(audited()).find(".//section[@id='redactions']"))
    revealed = shown(audited(), reveal=True).find(".//table[@class='passages']")
    assert "Revealed: the name" in words(revealed)


@pytest.mark.parametrize(
    ("concealed", "said"),
    [
        (Concealed("under-redaction", None, "x"), "1 character still readable under it"),
        (Concealed("under-redaction", None, "B6", harmless=True), "2 characters still readable under it, which tell"),
        (Concealed(PICTURED, None, ""), "the picture beneath still shows what it covers"),
        (Concealed(PICTURED, None, "Ann"), "the picture beneath still shows what it covers (3 characters by OCR)"),
    ],
)
def test_what_can_still_be_read_is_counted(concealed, said):
    redaction = Redaction(RedactionKind.BOX, 1, 1, 0, 1, concealed=concealed, ink=Ink.PENDING, peeping=2, seen=False)
    row = words(shown(audited(redactions=(redaction,))).find(".//table[@class='passages']/tbody"))
    assert said in row
    assert "marked for redaction, never applied" in row
    assert "2 letters in sight at its edge" in row
    assert "only its code tells of it" in row


def withheld(page, codes, lines=None, share=None):
    return Redaction(
        RedactionKind.GAP,
        page,
        1,
        0,
        1,
        exemptions=codes,
        lines_estimated=lines,
        page_share=share,
        unit="",
        quantity=None,
    )


def test_the_totals_say_how_often_how_much_and_where():
    redactions = (
        withheld(1, ("B6",), 2.0),
        withheld(2, ("B6", "B7(C)"), 1.5),
        withheld(4, ("B6",)),
        withheld(4, (), None, 0.25),
    )
    rows = shown(audited(redactions=redactions)).findall(".//table[@class='totals']/tbody/tr[th]")
    assert [[words(cell) for cell in row.findall("td")] for row in rows] == [
        ["3", "at least 3.5 lines", "pages 1, 2 and 4"],
        ["1", "about 1.5 lines", "page 2"],
        ["1", "area of 0.25 pages", "page 4"],
    ]
    assert words(rows[0].find("th/a")) == "B6"
    assert rows[0].find("th/a").get("data-marks") == "r0 r1 r2"
    assert words(rows[2].find("th")) == "no code"


def test_more_than_fifty_redactions_are_folded():
    folded = [
        "open"
        in shown(audited(redactions=(withheld(1, ("B6",)),) * count))
        .find(".//section[@id='redactions']/details")
        .attrib
        for count in (50, 51)
    ]
    assert folded == [True, False]


# Findings.


def test_findings_stand_gravest_first_with_their_rule():
    items = shown(audited()).findall(".//li[@class='finding']")
    assert [(item.get("data-rule"), item.get("data-severity")) for item in items] == [
        ("text-under-redaction", "high"),
        ("no-release-marking", "medium"),
        ("no-release-marking", "medium"),
    ]
    assert [words(item.find("p")) for item in items] == [
        "F2 high 1 box (page 1, line 7)",
        "F1 medium a | message (page 1, line 3)",
        "F3 medium another (the whole document)",
    ]
    assert [link.get("href") for item in items for link in item.findall(".//a") if link.get("class") is None] == [
        "../rules.html#text-under-redaction",
        "../rules.html#no-release-marking",
        "../rules.html#no-release-marking",
    ]


def test_a_finding_leads_to_its_marks_and_to_its_flag():
    items = shown(audited()).findall(".//li[@class='finding']")
    links = [item.find("p//a") for item in items]
    assert [link.get("data-marks") if link is not None else None for link in links] == ["r0 f1", "m1 f0", None]


def test_a_rule_is_told_once_with_its_examples_as_they_are():
    items = shown(audited()).findall(".//li[@class='finding']")
    assert [item.find("details") is not None for item in items] == [True, True, False]
    assert items[0].find("details/pre").text == (
        "a bar painted over a name              raised\na bar where the name was taken out     not raised"
    )


# What the file still holds.


def test_hidden_words_leftovers_and_pale_boxes_are_counted():
    leftovers = (Leftover(Holding.METADATA, "the title", "Sample"), Leftover(Holding.COMMENT, "a note", "Ann", page=1))
    tiny = Concealed("tiny", None, "small words")
    area = Box(0, 0, 9, 9)
    pale = (
        *(PaleBox(area, 5, dark=True), PaleBox(area, 20, labelled=True), PaleBox(area, 300, among=True)),
        *(PaleBox(area, 4000, bright=True), PaleBox(area, 4000)),
    )
    pages = (PageFact(1, None, Content.TEXT, True, concealed=(tiny, tiny), pale=pale),)
    page = shown(audited(pages=pages, leftovers=leftovers))
    rows = page.findall(".//section[@id='hidden']//tbody/tr")
    assert [words(row) for row in rows] == [
        "page 1 words on the page: printed too small to see 20",
        "page 1 3 areas painted over words: too light to hide them: they can be read 325",
        "the file the file's description: the title 6",
        "page 1 a comment: a note 3",
    ]
    assert "small words" not in words(page)


def test_hidden_words_are_told_on_request():
    section = shown(audited(leftovers=(Leftover(Holding.METADATA, "the title", "Sample"),)), reveal=True)
    assert words(section.find(".//section[@id='hidden']")).count("Revealed:") == 2


# Marks, terms, file.


def test_every_mark_has_a_row():
    rows = shown(audited()).findall(".//section[@id='marks']//tbody/tr")
    assert len(rows) == 6
    assert words(rows[1]) == "1, 1 classification, struck SECRET level SECRET; captions NODIS; role banner"


def test_beyond_a_thousand_marks_the_page_says_how_many_there_are():
    page = shown(audited(marks=tuple(mark("subject", NUMBER.value, "x", start) for start in range(1001))))
    assert len(page.findall(".//section[@id='marks']//tbody/tr")) == 1000
    assert "The first 1,000 are here" in words(page.find(".//section[@id='marks']"))


def test_the_words_of_the_field_are_explained():
    names = [words(term) for term in shown(audited()).find(".//section[@id='terms']/details").iter("dt")]
    assert names == ["SECRET", "NODIS", "CEDAR", "UNCLASSIFIED", "B1", "1.4(D)"]


def test_the_rows_of_the_record_are_explained():
    told = shown(plain()).find(".//section[@id='terms']/details[1]")
    assert words(told).startswith("The rows of the record Classification How secret the document was when it was made")


def test_the_file_is_named_by_its_hash_and_its_copies():
    source = words(shown(audited(copies=2)).find(".//section[@id='source']"))
    assert "0" * 64 in source
    assert "400 bytes" in source
    assert "2 copies of the document in this file" in source


# Safety.


def test_what_a_document_says_is_never_markup():
    evil = "<img src=x onerror=alert(1)>"
    block = mark("authority-block", AuthorityBlock(classified_by=evil), evil, 90)
    finding = Finding("no-release-marking", Severity.LOW, 1, 1, evil, (), "c" * 16)
    document = audited(subject=Fact(evil), classified_by=Fact(evil, (block,)), marks=(block,))
    page = shown(Audited(document.record, (finding,)))
    assert page.find(".//img") is None
    assert words(page).count(evil) == 6
