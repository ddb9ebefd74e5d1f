"""SARIF: valid against the standard's schema, and what GitHub asks for beyond it."""

import datetime as dt
import json
import re
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest

from redaudit import pipeline
from redaudit.model.finding import Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.reports.sarif import uri
from redaudit.version import __version__
from tests.support import BROKEN, plain
from tests.support_check import ELSEWHERE, EVERYTHING, GONE, HOSTILE, checked, finding, typed

FOLDER = Path(__file__).parent.parent / "schemas"
RULES = pipeline.rules()


@pytest.fixture(scope="module")
def schema():
    return jsonschema.Draft202012Validator(json.loads((FOLDER / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")))


def run(outcomes, rules=RULES, **choices):
    """The one run of a check, as JSON gives it back."""
    return json.loads(checked("sarif", outcomes, rules, **choices))["runs"][0]


@pytest.mark.parametrize(
    "outcomes", [EVERYTHING, HOSTILE, [], [plain()]], ids=["everything", "hostile", "nothing", "clean"]
)
@pytest.mark.parametrize("rules", [RULES, ()], ids=["rules", "none"])
@pytest.mark.parametrize("stale", [(), (GONE, ELSEWHERE)], ids=["fresh", "stale"])
def test_it_is_valid(schema, outcomes, rules, stale):
    schema.validate(json.loads(checked("sarif", outcomes, rules, stale=stale)))


def test_the_schema_can_fail(schema):
    assert not schema.is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


NOTHING = """\
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
 "version": "2.1.0",
 "runs": [{
"tool": {"driver": DRIVER},
"results": [],
"invocations": [{"executionSuccessful": true,
"toolExecutionNotifications": []}]}]}
"""


def test_a_run_of_nothing():
    text = checked("sarif", [])
    assert re.sub(r'("driver": )\{.*\}(?=\},\n)', r"\1DRIVER", text) == NOTHING


def test_the_driver_says_what_it_is():
    driver = run([])["tool"]["driver"]
    assert {name: value for name, value in driver.items() if isinstance(value, str)} == {
        "name": "redaudit",
        "version": __version__,
        "semanticVersion": __version__,
    }
    assert [rule["id"] for rule in driver["rules"]] == [rule.id for rule in RULES]
    assert [notice["id"] for notice in driver["notifications"]] == ["unreadable", "skipped", "stale"]


RESULTS = [
    {
        "ruleId": "no-release-marking",
        "ruleIndex": [rule.id for rule in RULES].index("no-release-marking"),
        "level": "warning",
        "message": {"text": "page 1, line 3: a | message"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": "papers/cable.txt"}},
                "logicalLocations": [{"name": "page 1", "fullyQualifiedName": "page 1, line 3", "kind": "page"}],
            }
        ],
        "partialFingerprints": {"redaudit/v1": "f" * 16, "primaryLocationLineHash": "f" * 16 + ":1"},
        "properties": {"page": 1, "line": 3, "severity": "medium"},
    },
    {
        "ruleId": "no-release-marking",
        "ruleIndex": [rule.id for rule in RULES].index("no-release-marking"),
        "level": "warning",
        "message": {"text": "another"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "papers/cable.txt"}}}],
        "partialFingerprints": {"redaudit/v1": "b" * 16, "primaryLocationLineHash": "b" * 16 + ":1"},
        "properties": {"severity": "medium"},
    },
    {
        "ruleId": "portion-mark-missing",
        "ruleIndex": [rule.id for rule in RULES].index("portion-mark-missing"),
        "level": "note",
        "message": {"text": "page 1: 1 paragraph bears no mark"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": "memo.txt"}, "region": {"startLine": 12}},
                "logicalLocations": [{"name": "page 1", "fullyQualifiedName": "page 1, line 12", "kind": "page"}],
            }
        ],
        "partialFingerprints": {"redaudit/v1": "d" * 16},
        "properties": {"page": 1, "line": 12, "severity": "low"},
    },
]


def test_results():
    results = run(EVERYTHING)["results"]
    assert [results[0], results[2], results[3]] == RESULTS
    assert [result["level"] for result in results] == ["warning", "error", "warning", "note", "note"]


def test_a_rule_that_was_not_asked_has_no_index():
    assert "ruleIndex" not in run(EVERYTHING, rules=())["results"][0]


@pytest.mark.parametrize(
    ("pages", "media_type", "page", "region"),
    [
        (1, "text/plain", 1, {"startLine": 7}),
        (1, "text/plain", None, {"startLine": 7}),
        (2, "text/plain", 1, None),
        (1, "text/html", 1, None),
        (1, "application/pdf", 1, None),
    ],
)
def test_a_line_is_claimed_where_it_is_the_files(pages, media_type, page, region):
    made = typed(finding("downgrade", Severity.HIGH, "a box", page, 7), pages=pages, media_type=media_type)
    (result,) = run([made])["results"]
    assert result["locations"][0]["physicalLocation"].get("region") == region


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("papers/cable.txt", "papers/cable.txt"),
        ("../a b.txt", "../a%20b.txt"),
        ("a:b#c?d%e\\f[g].txt", "a%3Ab%23c%3Fd%25e%5Cf%5Bg%5D.txt"),
        ("café\n.txt", "caf%C3%A9%0A.txt"),
        ("/srv/a b.txt", "file:///srv/a%20b.txt"),
        ("C:/papers/a b.txt", "file:///C:/papers/a%20b.txt"),
        ("-", "-"),
    ],
)
def test_a_path_as_a_uri(path, written):
    assert uri(path) == written
    assert unquote(written).endswith(path)


def test_a_broken_name_has_a_uri():
    assert uri("a\ud800.txt") == "a%3F.txt"


NOTIFICATIONS = [
    {
        "descriptor": {"id": "unreadable", "index": 0},
        "level": "error",
        "message": {"text": "broken.pdf: encrypted"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "broken.pdf"}}}],
    },
    {
        "descriptor": {"id": "skipped", "index": 1},
        "level": "note",
        "message": {"text": ".DS_Store: a hidden file"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": ".DS_Store"}}}],
    },
    {
        "descriptor": {"id": "stale", "index": 2},
        "level": "note",
        "message": {"text": "baseline: full-but-redacted 3333333333333333 C00000009: no longer raised"},
    },
]


def test_what_was_not_read_is_told():
    (invocation,) = run(EVERYTHING, stale=[GONE])["invocations"]
    assert invocation == {"executionSuccessful": False, "toolExecutionNotifications": NOTIFICATIONS}


@pytest.mark.parametrize(("outcomes", "successful"), [([plain()], True), ([plain(), BROKEN], False)])
def test_a_run_that_could_not_read_everything_is_no_success(outcomes, successful):
    assert run(outcomes)["invocations"][0]["executionSuccessful"] is successful


def test_words_are_no_links_and_steer_nothing():
    text = checked("sarif", HOSTILE)
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    report = json.loads(text)["runs"][0]
    shown = "::error::x �[31m ##[group] <b>]]>&\"' [a] (http://zembla.example) % ����"
    assert report["results"][0]["message"]["text"] == f"page 1: {shown}"
    assert [told["message"]["text"] for told in report["invocations"][0]["toolExecutionNotifications"]] == [
        f":: {shown}.pdf: {shown}",
        f":: {shown}: {shown}",
    ]


EXAMPLE = "    left    raised\n    none    not raised\n"
DAYS = "documents made from 1995-10-14 on and before 2010-06-27 (E.O. 12958); copies released before 2020-01-01"


def rule(**changes):
    """A made-up rule."""
    parts = {
        "id": "made-up-rule",
        "severity": Severity.MEDIUM,
        "summary": "words *stand* where none should",
        "rationale": "A `code_span` and <b>.\nIt goes on.\n\n`Evidence`: [x](y).\n\n" + EXAMPLE,
        "source": "E.O. 13526, section 1.6",
        "check": made_up,
        "hits": (),
        "misses": (),
    }
    return Rule(**{**parts, **changes})


def made_up(record):
    yield from ()


made_up.__module__ = "redaudit.rules.stamps.made_up_rule"

DESCRIBED = {
    "id": "made-up-rule",
    "name": "MadeUpRule",
    "shortDescription": {"text": "Words *stand* where none should."},
    "fullDescription": {"text": "A `code_span` and <b>. It goes on."},
    "help": {
        "text": (
            f"A `code_span` and <b>.\nIt goes on.\n\n`Evidence`: [x](y).\n\n{EXAMPLE}\n"
            f"Caution: A blank is none.\n\nHolds for: {DAYS}\n\n"
            "Source: E.O. 13526, section 1.6"
        ),
        "markdown": (
            f"A `code_span` and \\<b\\>. It goes on.\n\n`Evidence`: \\[x\\](y).\n\n{EXAMPLE}\n"
            f"**Caution:** A blank is none.\n\n**Holds for:** {DAYS}\n\n"
            "**Source:** E.O. 13526, section 1.6"
        ),
    },
    "defaultConfiguration": {"level": "warning"},
    "properties": {"severity": "medium", "tags": ["stamps"], "problem.severity": "warning"},
}


def test_a_rule_is_described():
    order = Holds(Dated.DOCUMENT, dt.date(1995, 10, 14), dt.date(2010, 6, 27), "E.O. 12958")
    made = rule(caution="A blank\nis none.", holds=(order, Holds(Dated.RELEASE, until=dt.date(2020, 1, 1))))
    assert run([], rules=[made])["tool"]["driver"]["rules"] == [DESCRIBED]


def test_a_name_that_is_the_id_is_left_out():
    assert "name" not in run([], rules=[rule(id="downgrade")])["tool"]["driver"]["rules"][0]


@pytest.mark.parametrize(
    ("rationale", "description"),
    [("x" * 1024, "x" * 1024), ("x" * 1025, "x" * 1023 + "…"), ("One. " + "x" * 1024, "One.")],
)
def test_a_description_is_as_long_as_github_takes_it(rationale, description):
    described = run([], rules=[rule(rationale=rationale)])["tool"]["driver"]["rules"][0]
    assert described["fullDescription"]["text"] == description


@pytest.mark.parametrize(
    ("severity", "level", "problem", "score"),
    [
        (Severity.HIGH, "error", "error", "8.0"),
        (Severity.MEDIUM, "warning", "warning", "5.0"),
        (Severity.LOW, "note", "recommendation", "3.0"),
        (Severity.INFO, "note", "recommendation", None),
    ],
    ids=lambda it: str(it),
)
def test_severities(severity, level, problem, score):
    def leak(record):
        yield from ()

    leak.__module__ = "redaudit.rules.leaks.made_up_rule"
    described = run([], rules=[rule(severity=severity, check=leak)])["tool"]["driver"]["rules"][0]
    assert described["defaultConfiguration"] == {"level": level}
    assert described["properties"] == {
        "severity": severity.word,
        "tags": ["security", "external/cwe/cwe-212", "leaks"],
        "problem.severity": problem,
        **({} if score is None else {"security-severity": score}),
    }


def folder(rule_id):
    (place,) = Path(pipeline.__file__).parent.glob(f"rules/*/{rule_id.replace('-', '_')}*.py")
    return place.parent.name


@pytest.mark.parametrize("described", run([])["tool"]["driver"]["rules"], ids=lambda described: described["id"])
def test_every_rule_is_what_github_asks_for(described):
    assert described["properties"]["tags"][-1] == folder(described["id"])
    assert ("security" in described["properties"]["tags"]) is (folder(described["id"]) == "leaks")
    texts = [described["shortDescription"]["text"], described["fullDescription"]["text"], described.get("name", "-")]
    assert all(0 < len(text) <= limit for text, limit in zip(texts, (1024, 1024, 255), strict=True))
    assert described["help"]["text"]
    assert described["help"]["markdown"]
