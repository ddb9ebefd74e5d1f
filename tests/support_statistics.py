"""Stores for the tests of statistics, made of rows, and figures reckoned slowly, one document at a time."""

import json
import random
import sqlite3
import statistics
from fractions import Fraction

from redaudit.store.schema import APPLICATION, ROOM, SHAPE, TABLES, creation

AGENCIES = ("Department of State", "Central Intelligence Agency", "National Archives", "", None)
LEVELS = ("SECRET", "TOP SECRET", "UNCLASSIFIED", "LIMITED OFFICIAL USE", "COSMIC", None)
CODES = ("B1", "B3", "B7(C)", "1.4(D)", "25X1")
STATUSES = ("full", "part", "denied", "none", "unspecified")
SEVERITIES = ("high", "medium", "low", "info")
RULES = ("no-release-marking", "impossible-code", "release-before-document")


def listed(words):
    return json.dumps(list(words), ensure_ascii=False)


def insert(connection, table, rows):
    for row in rows:
        names = ", ".join(f'"{name}"' for name in row)
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


def make(place, documents=(), redactions=(), findings=(), unreadable=()):
    """A store of some rows; a document has the hash of its number and is there, unless its row says otherwise."""
    connection = sqlite3.connect(place)
    connection.execute("PRAGMA synchronous=OFF")  # nobody needs it after a crash of the machine
    connection.executescript(f"{creation()}PRAGMA application_id={APPLICATION};PRAGMA user_version={SHAPE};")
    insert(
        connection, "versions", ({"id": number, "redaudit": "1", "rules": "1", "choices": "{}"} for number in (1, 2))
    )
    for row in documents:
        usual = {"path": f"{row['id']}.pdf", "sha256": f"{row['id']:064x}", "version": 1, "gone": 0}
        insert(connection, "documents", [usual | row])
    for table, rows in (("redactions", redactions), ("findings", findings)):
        insert(connection, table, ({"id": (row["document"] << ROOM) + place} | row for place, row in enumerate(rows)))
    insert(connection, "unreadable", unreadable)
    for table in TABLES:
        if table.searched:
            connection.execute(f"INSERT INTO {table.name}_fts ({table.name}_fts) VALUES ('rebuild')")
    connection.commit()
    connection.close()
    return place


# Two cables and a memorandum; the second cable lies there twice, and a fourth document is gone.
DOCUMENTS = (
    {
        "id": 1,
        "pages": 2,
        "agency": "Department of State",
        "original_classification": "SECRET",
        "original_date": "1975-11-23",
        "release_date": "1995-11-23",
        "release_status": "part",
        "declassify_on": "1990-01-01",
        "exemptions": listed(["B1", "1.4(D)"]),
        "redactions": 2,
        "redacted_share": 0.25,
        "years_to_release": 20.0,
        "years_overdue": 5.9,
        "doubtful": listed(["original_date"]),
        "findings": listed(["impossible-code"]),
        "worst": "high",
    },
    {
        "id": 2,
        "pages": 8,
        "agency": "Department of State",
        "original_classification": "TOP SECRET",
        "original_date": "1990-01-01",
        "release_date": "2000-06-01",
        "release_status": "part",
        "declassify_on": "2010-01-01",
        "exemptions": listed(["B1"]),
        "redactions": 1,
        "redacted_share": 0.5,
        "deleted_pages": 3,
        "years_to_release": 10.4,
        "doubtful": "[]",
        "findings": "[]",
    },
    {
        "id": 3,
        "pages": 1,
        "release_status": "none",
        "declassify_on": "OADR",
        "redactions": 0,
        "findings": listed(["no-release-marking"]),
        "worst": "medium",
    },
)
COPY = DOCUMENTS[1] | {"id": 4, "sha256": f"{2:064x}"}
GONE = DOCUMENTS[0] | {"id": 5, "gone": 1}
REDACTIONS = (
    {"document": 1, "exemptions": listed(["B1", "1.4(D)"]), "lines_estimated": 2.5, "page_share": 0.1},
    {"document": 1, "exemptions": "[]", "lines_estimated": 1.0},
    {"document": 2, "exemptions": listed(["B1"]), "page_share": 0.25},
    {"document": 4, "exemptions": listed(["B1"]), "page_share": 0.25},
    {"document": 5, "exemptions": listed(["B1"]), "lines_estimated": 99.0, "page_share": 0.9},
)
FINDINGS = (
    {"document": 1, "rule": "impossible-code", "severity": "high"},
    {"document": 1, "rule": "impossible-code", "severity": "medium"},
    {"document": 3, "rule": "no-release-marking", "severity": "medium"},
    {"document": 5, "rule": "impossible-code", "severity": "high"},
)
UNREADABLE = (
    {"id": 6, "path": "broken.pdf", "state": "unreadable", "reason": "broken", "gone": 0},
    {"id": 7, "path": "font.ttf", "state": "skipped", "reason": "a font", "gone": 0},
    {"id": 8, "path": "old.pdf", "state": "unreadable", "reason": "broken", "gone": 1},
)


def sample(place):
    """The store of these rows."""
    return make(place, (*DOCUMENTS, COPY, GONE), REDACTIONS, FINDINGS, UNREADABLE)


def random_rows(seed, count):
    """Documents with redactions and findings, copies, older audits of the same bytes and gone files among them."""
    chance = random.Random(seed)
    documents, redactions, findings = [], [], []
    for number in range(1, count + 1):
        document, passages, found = _random_document(chance, number)
        documents.append(document)
        redactions += passages
        findings += found
        if chance.random() < 0.2:
            twin = {"id": count + number, "path": f"{number}-copy.pdf", "gone": int(chance.random() < 0.3)}
            if chance.random() < 0.3:  # a copy that an older release audited, and found other things in
                twin |= {"version": 1, "pages": 77, "redacted_share": 0.7777, "agency": "National Archives"}
            documents.append(document | twin)
            redactions += [row | {"document": count + number} for row in passages]
            findings += [row | {"document": count + number} for row in found]
    return documents, redactions, findings


def _random_document(chance, number):
    codes = chance.sample(CODES, chance.choice((0, 0, 1, 2, 3)))
    released = f"{chance.randint(1975, 1990)}-06-07" if chance.random() < 0.8 else None
    due = chance.choice((None, "OADR", "X1", f"{chance.randint(1970, 2000)}-01-01"))
    overdue = released and due and due[0] in "12" and due < released
    passages = [_random_passage(chance, number, codes) for _ in range(chance.choice((0, 0, 1, 4)))]
    found = [
        {"document": number, "rule": chance.choice(RULES), "severity": chance.choice(SEVERITIES)}
        for _ in range(chance.choice((0, 1, 3)))
    ]
    document = {
        "id": number,
        "path": f"{number}.pdf",
        "sha256": f"{number:064x}",
        "version": 2,
        "gone": int(chance.random() < 0.1),
        "pages": chance.randint(1, 40),
        "agency": chance.choice(AGENCIES),
        "original_classification": chance.choice(LEVELS),
        "original_date": chance.choice((None, f"{chance.randint(1940, 1999)}-03-04")),
        "release_date": released,
        "release_status": chance.choice(STATUSES),
        "declassify_on": due,
        "exemptions": listed(codes) if codes else chance.choice((None, "[]")),
        "redactions": len(passages),
        "redacted_share": chance.choice((None, round(chance.random(), 4))),
        "deleted_pages": chance.choice((None, 0, 12)),
        "years_to_release": chance.choice((None, round(chance.uniform(-2, 80), 1))),
        "years_overdue": round(chance.uniform(0, 40), 1) if overdue else None,
        "doubtful": chance.choice((None, "[]", listed(["original_date"]))),
        "findings": listed(dict.fromkeys(row["rule"] for row in found)),
        "worst": min((row["severity"] for row in found), key=SEVERITIES.index, default=None),
    }
    return document, passages, found


def _random_passage(chance, number, codes):
    return {
        "document": number,
        "kind": "box",
        "exemptions": listed(chance.sample(codes, chance.randint(0, len(codes)))),
        "lines_estimated": chance.choice((None, round(chance.uniform(0, 40), 2))),
        "page_share": chance.choice((None, round(chance.random(), 4))),
    }


def slow_groups(rows, groups_of, code_of=None):
    """The figures by group, reckoned one document at a time; `groups_of` a document its groups, None for none.

    `code_of` gives the groups of a passage, where groups have passages of their own.
    """
    documents, redactions, findings = rows
    there = [row for row in documents if not row["gone"]]
    spoken = {}
    for row in there:
        known = spoken.get(row["sha256"])
        if known is None or row["version"] > known["version"]:
            spoken[row["sha256"]] = row
    members = {}
    for row in spoken.values():
        for group in groups_of(row):
            members.setdefault(group, []).append(row)
    numbers = {row["id"] for row in spoken.values()}
    if code_of is not None:
        for passage in redactions:
            if passage["document"] in numbers:
                for group in code_of(passage):
                    members.setdefault(group, [])
    return {
        group: _slow_figures(group, own, there, redactions, findings, code_of, numbers)
        for group, own in members.items()
    }


def _slow_figures(group, own, there, redactions, findings, code_of, numbers):
    ids = {row["id"] for row in own}
    if code_of is None:
        passages = [row for row in redactions if row["document"] in ids]
    else:
        passages = [row for row in redactions if row["document"] in numbers and group in code_of(row)]
    hashes = [row["sha256"] for row in own]
    found = [row["severity"] for row in findings if row["document"] in ids]
    shared = [row for row in own if row["redacted_share"] is not None]
    shares = [_exact(row["redacted_share"]) for row in shared]
    to_release = [_exact(row["years_to_release"]) for row in own if row["years_to_release"] is not None]
    overdue = [_exact(row["years_overdue"]) for row in own if row["years_overdue"] is not None]
    weighted = sum(share * row["pages"] for share, row in zip(shares, shared, strict=True))
    lower, middle, upper = _quartiles(to_release)
    return {
        "documents": len(own),
        "files": sum(row["sha256"] in hashes for row in there),
        "pages": sum(row["pages"] for row in own),
        "documents_redacted": sum(row["redactions"] > 0 for row in own),
        "redactions": sum(row["redactions"] for row in own) if code_of is None else len(passages),
        "deleted_pages": sum(row["deleted_pages"] or 0 for row in own),
        "lines_withheld": _sum_of(passages, "lines_estimated", 2),
        "pages_withheld": _sum_of(passages, "page_share", 4),
        "withheld_share_stated": len(shared),
        "withheld_share": _rounded(sum(shares) / len(shares), 4) if shared else None,
        "withheld_share_by_pages": _rounded(weighted / sum(row["pages"] for row in shared), 4) if shared else None,
        "release_years_stated": len(to_release),
        "years_to_release": middle,
        "years_to_release_lower": lower,
        "years_to_release_upper": upper,
        "overdue_judged": sum(bool(row["release_date"]) and (row["declassify_on"] or "O")[0] in "12" for row in own),
        "overdue": len(overdue),
        "years_overdue": _rounded(statistics.median(overdue), 2) if overdue else None,
        "findings_high": found.count("high"),
        "findings_medium": found.count("medium"),
        "documents_doubtful": sum(row["doubtful"] not in (None, "[]") for row in own),
    }


def _exact(number):
    return Fraction(str(number))


def _rounded(number, decimals):
    return float(round(number, decimals))


def _sum_of(rows, name, decimals):
    values = [_exact(row[name]) for row in rows if row[name] is not None]
    return _rounded(sum(values), decimals) if values else None


def _quartiles(values):
    if not values:
        return None, None, None
    cuts = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    return tuple(_rounded(cut, 2) for cut in cuts)
