"""JUnit's XML: valid for Jenkins whatever a document holds, and as GitLab counts it."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from redaudit.model.finding import Severity
from tests.support import plain
from tests.support_check import ELSEWHERE, EVERYTHING, GONE, HOSTILE, checked, finding, typed

SCHEMA = Path(__file__).parent.parent / "schemas" / "junit-10.xsd"

EXPECTED = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="redaudit">
<testsuite name="broken.pdf" tests="1" failures="0" errors="1" skipped="0">
<testcase classname="broken.pdf" name="unreadable"><error type="unreadable" message="encrypted">\
broken.pdf: unreadable: encrypted</error></testcase>
</testsuite>
<testsuite name="papers/cable.txt" tests="3" failures="3" errors="0" skipped="0">
<testcase classname="papers/cable.txt" name="no-release-marking page 1">\
<failure type="medium" message="page 1: a | message">papers/cable.txt:1: no-release-marking a | message [medium]
fingerprint: ffffffffffffffff</failure></testcase>
<testcase classname="papers/cable.txt" name="text-under-redaction page 1">\
<failure type="high" message="page 1: 1 box">papers/cable.txt:1: text-under-redaction 1 box [high]
fingerprint: aaaaaaaaaaaaaaaa</failure></testcase>
<testcase classname="papers/cable.txt" name="no-release-marking">\
<failure type="medium" message="another">papers/cable.txt: no-release-marking another [medium]
fingerprint: bbbbbbbbbbbbbbbb</failure></testcase>
</testsuite>
<testsuite name=".DS_Store" tests="1" failures="0" errors="0" skipped="1">
<testcase classname=".DS_Store" name="skipped"><skipped type="skipped" message="a hidden file">\
.DS_Store: skipped: a hidden file</skipped></testcase>
</testsuite>
<testsuite name="memo.txt" tests="2" failures="0" errors="0" skipped="0">
<testcase classname="memo.txt" name="portion-mark-missing page 1"><system-out>\
memo.txt:1: portion-mark-missing 1 paragraph bears no mark [low]
fingerprint: dddddddddddddddd</system-out></testcase>
<testcase classname="memo.txt" name="downgrade page 1"><system-out>\
memo.txt:1: downgrade downgraded from SECRET to CONFIDENTIAL [info]
fingerprint: eeeeeeeeeeeeeeee</system-out></testcase>
</testsuite>
<testsuite name="plain.txt" tests="1" failures="0" errors="0" skipped="0">
<testcase classname="plain.txt" name="no findings"/>
</testsuite>
<testsuite name="redaudit baseline" tests="2" failures="0" errors="0" skipped="2">
<testcase classname="redaudit baseline" name="full-but-redacted 3333333333333333 C00000009">\
<skipped type="stale" message="no longer raised">no longer raised</skipped></testcase>
<testcase classname="redaudit baseline" name="downgrade 4444444444444444 C00000010">\
<skipped type="stale" message="its document is not in this run">its document is not in this run</skipped></testcase>
</testsuite>
</testsuites>
"""


@pytest.fixture(scope="module")
def schema():
    return xmlschema.XMLSchema(SCHEMA)


def test_a_check():
    assert checked("junit", EVERYTHING, stale=(GONE, ELSEWHERE)) == EXPECTED


@pytest.mark.parametrize(
    "outcomes", [EVERYTHING, HOSTILE, [], [plain()]], ids=["everything", "hostile", "nothing", "clean"]
)
def test_it_is_valid(schema, outcomes):
    schema.validate(checked("junit", outcomes, stale=(GONE, ELSEWHERE)))


def test_the_schema_can_fail(schema):
    assert not schema.is_valid('<testsuites><testsuite name="a"/></testsuites>')


@pytest.mark.parametrize(
    ("fail_on", "failures"), [(Severity.HIGH, 1), (Severity.MEDIUM, 3), (Severity.LOW, 4)], ids=lambda it: str(it)
)
def test_what_fails_the_run_is_a_failure(fail_on, failures):
    root = ET.fromstring(checked("junit", EVERYTHING, fail_on=fail_on))
    assert len(root.findall("testsuite/testcase/failure")) == failures
    assert sum(int(suite.get("failures")) for suite in root) == failures
    assert [int(suite.get("tests")) for suite in root] == [len(suite) for suite in root]


def test_no_two_cases_of_a_document_have_one_name():
    twice = [finding("downgrade", Severity.HIGH, message, 1) for message in ("a box", "a bar", "a gap")]
    root = ET.fromstring(checked("junit", [typed(*twice)]))
    names = [case.get("name") for case in root.iter("testcase")]
    assert names == ["downgrade page 1", "downgrade page 1 (2)", "downgrade page 1 (3)"]


SHOWN = "::error::x �[31m ##[group] <b>]]>&\"' [a](http://zembla.example) % ����"


def test_words_stay_words():
    root = ET.fromstring(checked("junit", HOSTILE))
    first, second, unreadable, skipped = root
    assert first.get("name") == f":: {SHOWN},a:b.txt"
    assert first[0][0].attrib == {"type": "high", "message": f"page 1: {SHOWN}"}
    assert first[0][0].text == f":: {SHOWN},a:b.txt:1: downgrade {SHOWN} [high]\nfingerprint: {'c' * 16}"
    assert second[0][0].tag == "system-out"
    assert unreadable[0][0].get("message") == SHOWN
    assert skipped[0][0].get("message") == SHOWN
