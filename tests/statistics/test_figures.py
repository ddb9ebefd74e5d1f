"""The figures of a store: what counts once, what is left out, and what each figure comes to."""

import json

import pytest

from redaudit.errors import UsageError
from redaudit.statistics import DIMENSIONS, USUAL, of_store
from redaudit.statistics.figures import COLUMNS, Figures
from tests.support_statistics import DOCUMENTS, listed, make, random_rows, sample, slow_groups

TOTAL = {
    "documents": 3,
    "files": 4,
    "pages": 11,
    "documents_redacted": 2,
    "redactions": 3,
    "deleted_pages": 3,
    "lines_withheld": 3.5,
    "pages_withheld": 0.35,
    "withheld_share_stated": 2,
    "withheld_share": 0.375,
    "withheld_share_by_pages": 0.45,
    "release_years_stated": 2,
    "years_to_release": 15.2,
    "years_to_release_lower": 12.8,
    "years_to_release_upper": 17.6,
    "overdue_judged": 2,
    "overdue": 1,
    "years_overdue": 5.9,
    "findings_high": 1,
    "findings_medium": 2,
    "documents_doubtful": 1,
}
EVERY = tuple(dimension.id for dimension in DIMENSIONS)


@pytest.fixture
def store(tmp_path):
    return sample(tmp_path / "audit.db")


def groups(statistics, dimension):
    """The groups of a dimension, in order: name and figures."""
    (found,) = (breakdown for breakdown in statistics.breakdowns if breakdown.dimension.id == dimension)
    return {group.name: group.figures.values() for group in found.groups}


def counted(statistics, dimension, *names):
    """Some figures of each group of a dimension, in order."""
    return {name: tuple(figures[column] for column in names) for name, figures in groups(statistics, dimension).items()}


def test_all_documents_each_content_once_and_nothing_that_is_gone(store):
    statistics = of_store(store)
    assert statistics.total.values() == TOTAL
    assert (statistics.unreadable, statistics.skipped, statistics.gone) == (1, 1, 2)
    assert [breakdown.dimension.id for breakdown in statistics.breakdowns] == list(USUAL)


@pytest.mark.parametrize(
    ("dimension", "counts"),
    [
        ("agency", {"Department of State": 2, None: 1}),
        ("year", {1995: 1, 2000: 1, None: 1}),
        ("document-year", {1975: 1, 1990: 1, None: 1}),
        ("level", {"TOP SECRET": 1, "SECRET": 1, None: 1}),
        ("exemption", {"B1": 2, "1.4(D)": 1, None: 1}),
        ("status", {"part": 2, "none": 1}),
        ("severity", {"high": 1, "medium": 1, None: 1}),
        ("rule", {"impossible-code": 1, "no-release-marking": 1, None: 1}),
    ],
)
def test_documents_by_each_dimension_in_its_order(store, dimension, counts):
    found = counted(of_store(store, (dimension,)), dimension, "documents")
    assert list(found.items()) == [(name, (count,)) for name, count in counts.items()]


def test_an_exemption_has_the_passages_beside_which_it_stands(store):
    found = counted(of_store(store), "exemption", "redactions", "lines_withheld", "pages_withheld")
    assert found == {"B1": (2, 2.5, 0.35), "1.4(D)": (1, 2.5, 0.1), None: (1, 1.0, None)}


def test_a_code_in_the_margin_alone_has_passages_and_no_document(tmp_path):
    passages = ({"document": 3, "exemptions": listed(["B5", "B5"]), "lines_estimated": 2.0},)
    store = make(tmp_path / "audit.db", DOCUMENTS, passages)
    found = counted(of_store(store), "exemption", "documents", "redactions", "years_to_release")
    assert found == {"B1": (2, 0, 15.2), "1.4(D)": (1, 0, 20.0), "B5": (0, 1, None), None: (1, 0, None)}


def test_of_copies_that_which_was_audited_last_speaks_for_all(tmp_path):
    older = DOCUMENTS[0] | {"pages": 9, "agency": "National Archives"}
    newer = DOCUMENTS[0] | {"id": 2, "sha256": f"{1:064x}", "version": 2, "pages": 2}
    oldest = older | {"id": 3, "sha256": f"{1:064x}"}
    found = of_store(make(tmp_path / "audit.db", (older, newer, oldest)))
    assert counted(found, "agency", "documents", "files", "pages") == {"Department of State": (1, 3, 2)}


def test_passages_of_no_area_are_not_passages_of_unknown_area(tmp_path):
    passages = ({"document": 1, "page_share": 0.0}, {"document": 2, "lines_estimated": 0.0}, {"document": 3})
    store = make(tmp_path / "audit.db", DOCUMENTS, passages)
    found = counted(of_store(store), "status", "lines_withheld", "pages_withheld")
    assert found == {"part": (0.0, 0.0), "none": (None, None)}


@pytest.mark.parametrize(
    ("columns", "judged", "overdue"),
    [
        ({"declassify_on": "1990-01-01", "release_date": "1995-06-07", "years_overdue": 5.4}, 1, 1),
        ({"declassify_on": "1990-01-01", "release_date": "1985-06-07"}, 1, 0),
        ({"declassify_on": "1990-01-01"}, 0, 0),
        ({"declassify_on": "25X1", "release_date": "1985-06-07"}, 0, 0),
        ({"release_date": "1985-06-07"}, 0, 0),
        # Whatever is overdue was judged, however its day is written.
        ({"declassify_on": "19900101", "release_date": "1995-06-07", "years_overdue": 5.4}, 1, 1),
    ],
)
def test_what_can_be_judged_overdue(tmp_path, columns, judged, overdue):
    total = of_store(make(tmp_path / "audit.db", [{"id": 1} | columns])).total
    assert (total.overdue_judged, total.overdue) == (judged, overdue)


def test_files_without_a_hash_are_no_copies(tmp_path):
    store = make(tmp_path / "audit.db", (DOCUMENTS[0] | {"sha256": None}, DOCUMENTS[1] | {"sha256": None}))
    assert (of_store(store).total.documents, of_store(store).total.files) == (2, 2)


def test_levels_and_severities_stand_as_the_field_orders_them_and_others_by_count(tmp_path):
    levels = ("COSMIC", "UNCLASSIFIED", "RESTRICTED", "ATOMAL", "ATOMAL", "TOP SECRET", None, "SECRET")
    rows = [{"id": number, "original_classification": level} for number, level in enumerate(levels, 1)]
    found = groups(of_store(make(tmp_path / "audit.db", rows)), "level")
    assert list(found) == ["TOP SECRET", "SECRET", "RESTRICTED", "UNCLASSIFIED", "ATOMAL", "COSMIC", None]


@pytest.mark.parametrize("seed", range(6))
def test_the_figures_are_those_of_a_slow_reckoning(tmp_path, seed):
    rows = random_rows(seed, 150)
    statistics = of_store(make(tmp_path / "audit.db", *rows), EVERY)
    assert statistics.total.values() == slow_groups(rows, lambda _: ("all",))["all"]

    def word(column):
        return lambda row: (row[column] or None,)

    def year(column):
        return lambda row: (int(row[column][:4]) if row[column] else None,)

    def words(column):
        return lambda row: json.loads(row[column] or "[]") or (None,)

    expected = {
        "agency": slow_groups(rows, word("agency")),
        "year": slow_groups(rows, year("release_date")),
        "document-year": slow_groups(rows, year("original_date")),
        "level": slow_groups(rows, word("original_classification")),
        "exemption": slow_groups(rows, words("exemptions"), words("exemptions")),
        "status": slow_groups(rows, word("release_status")),
        "severity": slow_groups(rows, word("worst")),
        "rule": slow_groups(rows, words("findings")),
    }
    assert {name: groups(statistics, name) for name in EVERY} == expected


def test_years_and_counts_stand_in_order_for_any_rows(tmp_path):
    statistics = of_store(make(tmp_path / "audit.db", *random_rows(9, 200)), EVERY)
    for dimension in ("year", "document-year"):
        *years, last = groups(statistics, dimension)
        assert last is None
        assert years == sorted(years)
        assert len(years) > 5
    for dimension in ("agency", "exemption", "status", "rule"):
        found = counted(statistics, dimension, "documents")
        named = [(-count, name) for name, (count,) in found.items() if name is not None]
        assert named == sorted(named)
        assert None not in list(found)[:-1]


def test_the_same_rows_in_another_order_give_the_same_figures(tmp_path):
    documents, redactions, findings = random_rows(4, 80)
    first = make(tmp_path / "a.db", documents, redactions, findings)
    second = make(tmp_path / "b.db", documents[::-1], redactions[::-1], findings[::-1])
    assert of_store(first, EVERY) == of_store(second, EVERY)


@pytest.mark.parametrize(
    ("by", "chosen"),
    [
        (("status",), ["status"]),
        (("status,agency", " year "), ["status", "agency", "year"]),
        (("year", "agency,year", ""), ["year", "agency"]),
    ],
)
def test_dimensions_are_chosen_by_name_each_once(store, by, chosen):
    assert [breakdown.dimension.id for breakdown in of_store(store, by).breakdowns] == chosen


@pytest.mark.parametrize(
    ("by", "message"),
    [
        (("agncy",), "nothing is counted by 'agncy'; did you mean agency?"),
        (
            ("zzz",),
            "nothing is counted by 'zzz'; there are agency, year, document-year, level, exemption, status, severity, "
            "rule",
        ),
        (
            (",",),
            "nothing to count by; there are agency, year, document-year, level, exemption, status, severity, rule",
        ),
    ],
)
def test_a_dimension_that_there_is_not(store, by, message):
    with pytest.raises(UsageError) as error:
        of_store(store, by)
    assert str(error.value) == message


def test_every_figure_is_explained_in_the_order_in_which_it_stands():
    assert [column.name for column in COLUMNS] == [attribute.name for attribute in Figures.__attrs_attrs__]
    assert list(TOTAL) == [column.name for column in COLUMNS]
    assert all(column.meaning.endswith(".") for column in COLUMNS)
