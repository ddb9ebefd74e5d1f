"""The pages of a document as its page shows them: pictures with drawings, texts with marks, and what is not shown."""

import re

import pytest
from attrs import evolve

from redaudit import pipeline
from redaudit.model.part import Binding, Choices, Pages
from redaudit.reports.html import paper
from redaudit.reports.html.sheets import sheets
from tests.support_html import Parsed, unsafe
from tests.support_pdf import box, line, pdf, text
from tests.support_tree import tree, words

TELEGRAM = """\
UNCLASSIFIED

~~SECRET~~

RELEASE IN PART
B1,1.4(D)

~~1. (S)~~ The ferry < 3 & "the harbour" at Port Astrel.

[1 line not declassified]
\f
Second page of Zembla."""

PRINTED = pdf(
    text(72, 60, "SECRET"),
    line(70, 57, 112, 57),
    text(72, 100, "The name of the port is kept."),
    box(72, 120, 200, 134),
    text(80, 130, "Zembla ferry"),
    text(210, 130, "B1"),
)


def made(document, name="made/up.txt"):
    return pipeline.exhibit(document if isinstance(document, bytes) else document.encode(), name)


def shown(exhibit, pictures=(), wanted=None, **choices):
    """The sheets, and their part of the page as a tree."""
    numbers = [page.number for page in exhibit.pages] if wanted is None else wanted
    found = sheets(exhibit, dict(pictures), numbers, Choices(**choices))
    return found, tree(printed(found))


def printed(found):
    return paper.printed("sheets.html", {"sheets": found})


def all_of(root, name):
    return [element for element in root.iter() if name in element.get("class", "").split()]


def by_id(root, name):
    (element,) = (element for element in root.iter() if element.get("id") == name)
    return element


def test_a_text_has_a_sheet_for_each_page_with_numbered_rows():
    _, root = shown(made(TELEGRAM))
    assert [element.get("id") for element in all_of(root, "sheet")] == ["page-1", "page-2"]
    assert words(by_id(root, "page-1-line-10")) == "[1 line not declassified]"
    assert by_id(root, "page-1-line-3").get("data-row") == "3"
    assert words(by_id(root, "page-2-line-2")) == "Second page of Zembla."


def test_every_mark_and_redaction_has_its_anchor_once():
    exhibit = made(TELEGRAM)
    _, root = shown(exhibit)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    record = exhibit.audited.record
    wanted = {f"m{index}" for index in range(len(record.marks))} | {
        f"r{index}" for index in range(len(record.redactions))
    }
    assert len(record.redactions) == 1
    assert wanted <= set(ids)


def test_what_a_text_says_is_escaped():
    found, root = shown(made(TELEGRAM))
    assert 'The ferry < 3 & "the harbour" at Port Astrel.' in words(by_id(root, "page-1-line-8"))
    assert "ferry &lt; 3 &amp; &#34;the harbour&#34;" in printed(found)
    assert unsafe(Parsed(printed(found))) == []


def test_a_struck_mark_in_a_text_is_a_strike_with_its_label():
    _, root = shown(made(TELEGRAM))
    (struck,) = all_of(by_id(root, "page-1-line-3"), "k-strike")
    assert (struck.text, struck.get("data-label")) == ("SECRET", "struck")
    assert struck.get("title") == "classification SECRET, banner, struck"


def test_layers_are_those_that_the_document_has_and_other_is_off():
    found, root = shown(made(TELEGRAM))
    kinds = [(layer.kind, layer.shown) for layer in found.layers]
    assert ("strike", True) in kinds
    assert ("hidden", True) not in kinds
    boxes = {element.get("data-kind"): element for element in root.iter("input") if element.get("data-kind")}
    assert list(boxes) == [kind for kind, _ in kinds]
    assert all(("checked" in box.attrib) == (kind != "other") for kind, box in boxes.items())
    assert by_id(root, "sheets").get("class") == "sheets off-other"


def test_each_row_of_the_legend_counts_what_is_drawn():
    found, root = shown(made(TELEGRAM))
    for layer in found.layers:
        drawn = {
            element.get("id")
            for element in all_of(root, f"k-{layer.kind}")
            if element.tag == "mark" and element.get("id") and "is-twin" not in element.get("class")
        }
        assert (layer.kind, len(drawn)) == (layer.kind, layer.count)


def test_a_picture_has_its_drawings_over_it_at_their_place():
    _, root = shown(made(PRINTED, "made/up.pdf"), {1: "1.webp"})
    (picture,) = (element for element in by_id(root, "page-1").iter("img"))
    assert (picture.get("src"), picture.get("loading")) == ("1.webp", "lazy")
    assert (picture.get("width"), picture.get("height")) == ("612", "792")
    (drawings,) = (element for element in root.iter("svg") if element.get("class") == "marks")
    assert drawings.get("viewbox") == "0 0 612 792"
    redaction = by_id(root, "r0")
    assert redaction.get("class") == "mark k-redaction"
    assert redaction.get("aria-label").startswith("redaction 1, box, code B1, about 1 line")
    hit = redaction.find("rect")
    assert [float(hit.get(side)) for side in ("x", "y", "width", "height")] == pytest.approx([70.5, 118.5, 131, 17])


def test_words_under_a_box_are_counted_and_not_written():
    found, root = shown(made(PRINTED, "made/up.pdf"), {1: "1.webp"})
    assert "11 characters under it" in "".join(by_id(root, "r0").itertext())
    assert "Zembla" not in printed(found)
    assert "ferry" not in printed(found)


def test_a_picture_has_its_text_below_without_anchors():
    _, root = shown(made(PRINTED, "made/up.pdf"), {1: "1.webp"})
    (read,) = all_of(root, "as-read")
    assert read.tag == "details"
    assert "open" not in read.attrib
    assert "The name of the port is kept." in words(read)
    assert [element for element in read.iter() if element.get("id")] == []
    assert [element.text for element in all_of(read, "k-code")] == ["B1"]


def test_a_page_whose_picture_is_not_wanted_keeps_its_outline_and_its_marks():
    found, root = shown(made(PRINTED, "made/up.pdf"), wanted=(), pages=Pages.NONE)
    assert words(all_of(root, "note")[0]) == ("Picture not shown (--pages none). The marks are drawn where they stand.")
    assert by_id(root, "r0").tag == "g"
    assert list(root.iter("img")) == []
    assert all_of(root, "as-read") == []
    assert "The name of the port" not in printed(found)


def test_a_page_of_which_no_picture_could_be_made_says_so():
    _, root = shown(made(PRINTED, "made/up.pdf"))
    assert words(all_of(root, "note")[0]).startswith("No picture of this page could be made.")


def test_a_text_that_is_not_wanted_shows_the_lines_with_marks():
    _, root = shown(made(TELEGRAM), wanted=(), pages=Pages.FLAGGED)
    assert words(all_of(root, "note")[0]) == "Only lines with marks are shown (--pages flagged)."
    rows = [element.get("data-row") for element in all_of(by_id(root, "page-1"), "row")]
    assert rows == ["1", "3", "5", "6", "8", "10"]
    assert words(all_of(root, "skipped")[0]) == "1 line not shown"
    assert "Second page of Zembla" not in words(root)


def test_a_mark_without_a_place_is_listed_under_its_page():
    exhibit = made(PRINTED, "made/up.pdf")
    record = exhibit.audited.record
    placeless = evolve(record, marks=tuple(evolve(mark, box=None) for mark in record.marks))
    _, root = shown(evolve(exhibit, audited=evolve(exhibit.audited, record=placeless)), {1: "1.webp"})
    (listed,) = all_of(root, "placeless")
    anchors = [element.get("id") for element in listed.iter("span") if element.get("id")]
    assert anchors == [f"m{index}" for index in range(len(record.marks))]
    assert len(anchors) >= 2


@pytest.mark.parametrize(("binding", "small"), [(Binding.FOLDER, 2), (Binding.LONE, 2), (Binding.FILE, 0)])
def test_small_pictures_lead_to_the_pages_but_not_in_one_file(binding, small):
    exhibit = made(PRINTED, "made/up.pdf")
    twice = evolve(exhibit, pages=(*exhibit.pages, evolve(exhibit.pages[0], number=2)))
    _, root = shown(twice, {1: "1.webp", 2: "2.webp"}, binding=binding)
    (strip,) = all_of(root, "thumbnails")
    assert [link.get("href") for link in strip.iter("a")] == ["#page-1", "#page-2"]
    assert [link.get("aria-current") for link in strip.iter("a")] == ["page", None]
    assert len(list(strip.iter("img"))) == small


def test_one_page_has_no_strip():
    _, root = shown(made("SECRET\n"))
    assert all_of(root, "thumbnails") == []


def test_an_empty_page_says_so():
    _, root = shown(made("SECRET\n\f\n\fend"))
    assert words(by_id(root, "page-2")).endswith("Nothing is typed on this page.")


def test_the_same_document_gives_the_same_page():
    first, second = (printed(shown(made(PRINTED, "made/up.pdf"), {1: "1.webp"})[0]) for _ in range(2))
    assert first == second


def test_numbers_in_drawings_are_short():
    found, _ = shown(made(PRINTED, "made/up.pdf"), {1: "1.webp"})
    assert re.findall(r"\d\.\d{2,}", printed(found).split('class="marks"')[1].split("</svg>")[0]) == []
