"""The verbs over one document: what can be read, how marks are told apart, in what order findings come."""

import io

import pytest

from redaudit import pipeline
from redaudit.errors import NotADocument, UnreadableDocument, UsageError
from redaudit.model.finding import Audited
from redaudit.model.mark import ExemptionCode
from redaudit.model.part import Choices
from tests.support import CABLE

ANOTHER = "save it as PNG, TIFF or PDF to have it read"

UNREADABLE = [
    (b"", "empty file"),
    (b" \r\n\x00\x00\f", "nothing but blanks"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "broken PNG picture"),
    (b"\0\0\0\x18ftypheic\0\0", f"a HEIC picture: {ANOTHER}"),
    (b"\0\0\0\x1cftypavif\0\0", f"an AVIF picture: {ANOTHER}"),
    (b"8BPS\0\x01\0\0", f"a Photoshop picture: {ANOTHER}"),
    (b"\x97JB2\r\n\x1a\n", f"a JBIG2 picture: {ANOTHER}"),
    (b"\xff\x0a\xfa\x1f", f"a JPEG XL picture: {ANOTHER}"),
    (b"\0\0\x01\0\x01\0", f"an icon: {ANOTHER}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an Office file: save it as PDF or text to have it read"),
    (b"PK\x03\x04\x14\0[Content_Types].xml", "an Office file: save it as PDF or text to have it read"),
    (b"PK\x03\x04\x14\0mimetypeapplication/epub+zip", "an electronic book: save it as PDF or text to have it read"),
    (b"{\\rtf1\\ansi SECRET}", "a Rich Text file: save it as PDF or text to have it read"),
    (b"%!PS-Adobe-3.0\n(SECRET) show", "a PostScript file: save it as PDF or text to have it read"),
]

NO_DOCUMENTS = [
    (b"\x7fELF\x02\x01\x01", "a program"),
    (b"MZ\x90\x00\x03\0\0\0", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"wOF2\0\1\0\0", "a font"),
    (b"OTTO\x00\x0b", "a font"),
    (b"PK\x03\x04\x14\0photo.raw", "an archive"),
    (b"\x1f\x8b\x08\0", "an archive"),
    (b"RIFF\x10\0\0\0WAVEfmt ", "a sound recording or film"),
    (b"\0\0\0\x18ftypisom\0\0", "a sound recording or film"),
    (b"\x00\x00\x00\x01Bud1\0\0", "a folder's view settings"),
    (bytes(range(32)) * 8, "neither text, PDF nor picture by its content"),
]


@pytest.mark.parametrize(("data", "reason"), UNREADABLE)
def test_what_cannot_be_read_says_why(data, reason):
    with pytest.raises(UnreadableDocument) as error:
        pipeline.read(data)
    assert str(error.value) == reason


@pytest.mark.parametrize(("data", "reason"), NO_DOCUMENTS)
def test_what_is_no_document_says_what_it_is(data, reason):
    with pytest.raises(NotADocument) as error:
        pipeline.read(data)
    assert str(error.value) == reason


@pytest.mark.parametrize("data", [b"MZ is the mark of a program\n", b"BM 1 of the survey\n", b"ID card lost\n"])
def test_words_are_no_magic(data):
    assert pipeline.read(data).source.media_type == "text/plain"


def test_content_decides_not_the_name():
    assert pipeline.read(b"<html><body><p>SECRET</p></body></html>", "memo.pdf").source.media_type == "text/html"


def test_exactly_one_reader_accepts_a_text():
    assert [reader.id for reader in pipeline.readers() if reader.accepts(CABLE.encode())] == ["text"]


def test_a_document_becomes_a_record_and_findings():
    audited = pipeline.examine(CABLE.encode(), "cable.txt")
    assert isinstance(audited, Audited)
    assert audited.path == "cable.txt"
    assert audited.record.exemptions is not None
    assert audited.record.exemptions.value == ("B1", "1.4(D)")
    assert len(audited.record.redactions) == 1


def test_marks_come_in_page_order_and_a_record_is_made_of_any_marks():
    document = pipeline.read(CABLE.encode() * 2 + b"\f" + CABLE.encode())
    marks = pipeline.detect(document)
    places = [(mark.page, mark.span.start) for mark in marks]
    assert places == sorted(places)
    assert pipeline.assemble(document) == pipeline.assemble(document, marks)
    assert pipeline.assemble(document, ()).exemptions is None
    assert {type(mark.value) for mark in marks} > {ExemptionCode}


def test_findings_come_by_weight_and_each_has_a_fingerprint_without_place():
    text = "RELEASE IN FULL\n\nSECRET\n\nThe meeting [Redacted] ended.\n"
    findings = pipeline.examine(text.encode()).findings
    weights = [finding.severity for finding in findings]
    assert weights == sorted(weights, reverse=True)
    assert "full-but-redacted" in {finding.rule for finding in findings}
    assert len({finding.fingerprint for finding in findings}) == len(findings)


def test_the_same_bytes_under_another_name_have_the_same_fingerprints():
    text = b"RELEASE IN FULL\n\nThe meeting [Redacted] ended.\n"
    here, there = pipeline.examine(text, "a.txt"), pipeline.examine(text, "b/c.txt")
    assert [finding.fingerprint for finding in here.findings] == [finding.fingerprint for finding in there.findings]
    assert here.findings != ()


@pytest.mark.parametrize(
    ("name", "rows", "message"),
    [
        (
            "xlsx",
            "documents",
            "no format is called 'xlsx'; there are csv, html, json, jsonl, markdown, parquet, sqlite, table",
        ),
        (
            "html",
            "documents",
            "html shows pages, which lie in a folder: write it by `redaudit report --format html -o`",
        ),
        ("json", "marks", "json has no rows called 'marks'; there are documents"),
        (
            "csv",
            "pages",
            "csv has no rows called 'pages'; there are documents, redactions, marks, findings, unreadable",
        ),
    ],
)
def test_an_unknown_format_or_row_names_those_there_are(name, rows, message):
    with pytest.raises(UsageError) as error:
        pipeline.render([], name, io.StringIO(), Choices(rows))
    assert str(error.value) == message
