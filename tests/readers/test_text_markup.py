"""Markdown, HTML and OCR's traces: (text, the words of the page, its struck and underlined words)."""

import pytest

from tests.support_text import document, inks, page

STRIKES = [
    ("~~SECRET~~", "SECRET", [("SECRET", "struck")]),
    ("1. ~~(S)~~ THE TALKS", "1. (S) THE TALKS", [("(S)", "struck")]),
    ("~~SECRET~~ and ~~NODIS~~", "SECRET and NODIS", [("SECRET", "struck"), ("NODIS", "struck")]),
    ("**~~SECRET~~**", "SECRET", [("SECRET", "struck")]),
    ("~~**SECRET**~~", "SECRET", [("SECRET", "struck")]),
    ("<del>(c)</del> text", "(c) text", [("(c)", "struck")]),
    ("<DEL>(c)</DEL> text", "(c) text", [("(c)", "struck")]),
    ('<del class="x">(c)</del >', "(c)", [("(c)", "struck")]),
    ("<s>SECRET</s>", "SECRET", [("SECRET", "struck")]),
    ("<strike>SECRET</strike>", "SECRET", [("SECRET", "struck")]),
    ("<del>SECRET\nNODIS</del> x", "SECRET\nNODIS x", [("SECRET\nNODIS", "struck")]),
    ("<del><b>SECRET</b></del>", "SECRET", [("SECRET", "struck")]),
    ("<u>Summary</u> <ins>new</ins>", "Summary new", [("Summary", "underlined"), ("new", "underlined")]),
    # A strike shows over every other ink, and its spans stay apart from theirs.
    ("<del><u>SECRET</u></del>", "SECRET", [("SECRET", "struck")]),
    ("<u>a <del>b</del> c</u>", "a b c", [("a ", "underlined"), ("b", "struck"), (" c", "underlined")]),
    ("S̶E̶C̶R̶E̶T̶ x", "SECRET x", [("SECRET ", "struck")]),
    ("S̶ E̶ C̶", "S E C", [("S E C", "struck")]),
    # No strikes: a tilde alone, one that opens nothing, a sum, an element never closed, one closed far off.
    ("~ 40 km", "~ 40 km", []),
    ("~~ 40 km ~~", "~~ 40 km ~~", []),
    ("~~the secret", "~~the secret", []),
    ("<del>SECRET", "<del>SECRET", []),
    ("a < b and c > d", "a < b and c > d", []),
    ("<del>" + "word " * 500 + "</del>", "<del>" + "word " * 500 + "</del>", []),
]

# What OCR leaves of a line through a level word: likely strikes, and the traces stay what they are.
TRACES = [
    ("-CONFIDENTIAL", "-CONFIDENTIAL"),
    ("~CONFIDENTIAL", "~CONFIDENTIAL"),
    (r"\_CONFIDENTIAL", "_CONFIDENTIAL"),
    ("_CONFIDENTIAL", "_CONFIDENTIAL"),
    ("- CONFIDENTIAL", "- CONFIDENTIAL"),
    ("-CONFIDENTIAL-", "-CONFIDENTIAL-"),
    ("--SECRET--", "--SECRET--"),
    ("~~SECRET", "~~SECRET"),
    ("~SEGRET", "~SEGRET"),
    ("-SECREP", "-SECREP"),
    ("CONFIDENTIAL-", "CONFIDENTIAL-"),
    ("—TOP SECRET—", "—TOP SECRET—"),
    ("-SECRET/NODIS", "-SECRET/NODIS"),
    ("-LIMITED OFFICIAL USE-", "-LIMITED OFFICIAL USE-"),
    ("-EXDIS", "-EXDIS"),
]

NO_TRACES = [
    "CONFIDENTIAL",
    "-confidential",
    "CONFIDENTIAL - ENTIRE TEXT",
    "the -SECRET paper",
    "-SECRETARY",
    "- CONFIDENTIAL talks were held",
    "NON-CONFIDENTIAL",
    "-----",
]

MARKDOWN = [
    # Escapes.
    (r"\[Redacted\] 1\. \*x\* a\_b \~ \|", "[Redacted] 1. *x* a_b ~ |"),
    ("one  \\\ntwo", "one\ntwo"),
    (r"C:\Temp\x", r"C:\Temp\x"),
    # Links: the sign before a paragraph's number is one; before a year or a letter it stands for nothing.
    ("[1](#)1. (U) This is", "¶1. (U) This is"),
    ("[1](#)15. (C) Comment", "¶15. (C) Comment"),
    ("between 2001 and [1](#)2006 it", "between 2001 and 2006 it"),
    ("[1](#)2006 was better", "2006 was better"),
    ("[1](#)B. STATE 1234", "B. STATE 1234"),
    ("see [the cable](https://example.org/a) now", "see the cable now"),
    ("![seal](/seal.png) TEXT", "seal TEXT"),
    ("[Redacted] (see page 2)", "[Redacted] (see page 2)"),
    ("[a] (b) [c](d e)", "[a] (b) [c](d e)"),
    # Weight, headings, rules.
    ("**RELEASE IN PART** and __B6__", "RELEASE IN PART and B6"),
    ("Name: ____ Date: ____", "Name: ____ Date: ____"),
    ("____(b)(6)____", "____(b)(6)____"),
    ("2 ** 3 ** 4", "2 ** 3 ** 4"),
    ("# SECRET\n## Part", "SECRET\nPart"),
    ("#MDR16 and #864", "#MDR16 and #864"),
    ("####### x", "####### x"),
    # Tables of pipes: cells as wide gaps, the ruled row gone.
    ("| a | b |\n|---|:-:|\n| c | d |", "a        b\n\nc        d"),
    ("Cc: A | B", "Cc: A | B"),
    # Entities.
    ("AT&amp;T &lt;a@b.example&gt; &quot;x&quot; &#8212; &#x2019;", 'AT&T <a@b.example> "x" — ’'),
    ("a&nbsp;b", "a b"),
    ("R&D &c. &unknown; &#14;x", "R&D &c. &unknown;  x"),
    # Tags of a web copy, and what only looks like one.
    ("<sup>1</sup> x<br>y<br/>z", "1 x\ny\nz"),
    ("<p>one</p><p>two", "one\ntwo"),
    ("<div>one</div>\n<div>two", "one\ntwo"),
    ("<td>a</td><td>b</td></tr><tr><td>c</td>", "a      b\nc"),
    ("a <!-- hidden --> b", "a  b"),
    ("a <!-- never closed", "a <!-- never closed"),
    ("From: A. Able <able@post.example>", "From: A. Able <able@post.example>"),
    # The signs of ink are the reader's own.
    ("a\x0e\x10b\x0fc", "abc"),
]


@pytest.mark.parametrize(("text", "words", "ink"), STRIKES)
def test_strikes_are_ink_and_no_text(text, words, ink):
    only = page(text)
    assert (only.text, inks(only)) == (words, ink)


@pytest.mark.parametrize(("text", "words"), TRACES)
def test_traces_of_a_strike_are_likely_strikes(text, words):
    only = page(f"Above\n{text}\nbelow")
    assert (only.text, inks(only)) == (f"Above\n{words}\nbelow", [(words, "struck?")])


def test_a_trace_after_a_band_in_quotes_is_a_likely_strike():
    assert inks(page('"UNCLASSIFIED" -CONFIDENTIAL')) == [("-CONFIDENTIAL", "struck?")]


@pytest.mark.parametrize("text", NO_TRACES)
def test_dashes_elsewhere_are_no_strikes(text):
    only = page(text)
    assert (only.text, inks(only)) == (text, [])


@pytest.mark.parametrize(("text", "words"), MARKDOWN)
def test_markup_is_taken_off(text, words):
    only = page(text)
    assert (only.text, inks(only)) == (words, [])


HTML = """<!DOCTYPE html>
<!-- saved from a web copy -->
<html><head><title>09ZEMBLA12</title>
<style>p { color: red }</style>
<script>if (a < b) { document.write("<p>SECRET</p>") }</script></head>
<body><h1>C O N F I D E N T I A L</h1>
<p>Classified By: Ann&nbsp;Example,
   reasons 1.4 (b) &amp; (d).</p><p><del>(S)</del> A <span class="x">plain</span> word,
<span style="color:red; text-decoration: line-through">struck</span>, <u>lined</u><br>next</p>
<table><tr><td>To:</td><td>B6</td></tr><tr><td></td><td>x</td></tr></table>
<pre>
a      b
  c
</pre></body></html>"""


def test_a_whole_page_of_html_is_its_words():
    only = page(HTML)
    assert [line.strip() for line in only.text.split("\n") if line.strip()] == [
        "09ZEMBLA12",
        "C O N F I D E N T I A L",
        "Classified By: Ann Example, reasons 1.4 (b) & (d).",
        "(S) A plain word, struck, lined",
        "next",
        "To:      B6",
        "x",
        "a      b",
        "c",
    ]
    assert inks(only) == [("(S)", "struck"), ("struck", "struck"), ("lined", "underlined")]


WHOLE = [
    ("<html><body>a<p>b</body></html>", "a\nb"),
    ("<?xml version='1.0'?>\n<!DOCTYPE html><body>a", "a"),
    ("<!-- x --><html>a</html>", "a"),
    # Elements inside each other; tags left open; tags that close nothing.
    ("<html><del>a<i>b</del>c</i>", "abc"),
    ("<html></del>a</p>b", "a\nb"),
    ("<html><a href='x>y'>a</a><br/>b", "a\nb"),
    ('<html><p title="it\'s">a', "a"),
    ("<html>1 < 2 <b", "1 < 2 <b"),
    ("<html><script>never closed", "never closed"),
    ("<html><style>a</style>b<style>c</style>d", "bd"),
    ("<html>&#99999999999; &amp;lt;", "&#99999999999; &lt;"),
]


@pytest.mark.parametrize(("text", "words"), WHOLE)
def test_html_as_careless_as_it_comes(text, words):
    (only,) = document(text).pages
    assert only.text.strip() == words


def test_a_strike_goes_on_over_the_elements_inside_it_and_to_the_foot_where_it_is_left_open():
    assert inks(page("<html><del>a<span>b</span>c</del>d")) == [("abc", "struck")]
    assert inks(page("<html>a<strike>b<p>c")) == [("b\nc", "struck")]


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("<a b='", "<a b='"),
        ("<!-- ", "<!-- "),
        ("<script>", ""),
        ("<del>", ""),
        ("</del>", ""),
        ("<", "<"),
        ("&", "&"),
        ("<!", "<!"),
        ("&#", "&#"),
    ],
)
def test_markup_without_an_end_is_read_in_one_pass(unit, words):
    many = 40_000
    assert page("<html>" + unit * many).text == words * many


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("~~x ~~y ", "x y "),
        ("<del>x", "<del>x"),
        ("<del>x</s>", "<del>x</s>"),
        ("[a](", "[a]("),
        ("[", "["),
        ("**a ", "**a "),
        (" x", " x"),
        ("\\ ", "\\ "),
        (" \\\n", "\n"),
        ("&#x", "&#x"),
        ("S\u0336", "S"),
        ("<!--", "<!--"),
        ("-SECRET ", "-SECRET "),
        ("|", "|"),
        ("---|", "---|"),
        ("\n\n", "\n\n"),
    ],
)
def test_long_lines_of_signs_are_read_in_one_pass(unit, words):
    many = 60_000
    before = "# Heading\n\\_ <u>x</u> [a](#b) ~~x~~ **b** |\n"
    only = page(f"{before}{unit * many}end")
    assert only.text == f"Heading\n_ x a x b |\n{words * many}end"


def test_a_page_heading_of_markdown_parts_pages():
    read = document("# scan\n\n## Page 1\n\n" + "words " * 80 + "\n\n## Page 2\n\nmore\n")
    assert [page.text.split()[:3] for page in read.pages][1] == ["[Page", "2]", "more"]
