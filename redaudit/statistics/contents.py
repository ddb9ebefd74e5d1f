"""The SQL of the figures: each content of a store once, as a table of this reading alone, and the sums over it.

Shares and years become whole numbers on the way, so that their sums are exact and no order of adding changes them.
"""

from redaudit.statistics.dimensions import DIMENSIONS
from redaudit.statistics.sums import HUNDREDTHS, MILLIONTHS, TENTHS


def _parts(column: str, of: int) -> str:
    return f"CAST(round({column} * {of}) AS INTEGER)"


# Of files with the same bytes one speaks for all; where they were not audited with the same release, one audited last:
# beside a lone max() SQLite takes the other columns from that row.
_COPIES = """
CREATE TEMP TABLE copies AS
SELECT document, files FROM (
    SELECT id AS document, count(*) AS files, max(version) FROM documents WHERE NOT gone GROUP BY coalesce(sha256, id)
) ORDER BY document
"""

_EXTENTS = f"""
CREATE TEMP TABLE extents AS
SELECT document, sum({_parts("lines_estimated", HUNDREDTHS)}) AS lines, count(lines_estimated) AS with_lines,
    sum({_parts("page_share", MILLIONTHS)}) AS area, count(page_share) AS with_area
FROM redactions WHERE official IS NOT 0 GROUP BY document ORDER BY document
"""

_VERDICTS = """
CREATE TEMP TABLE verdicts AS
SELECT document, sum(severity = 'high') AS high, sum(severity = 'medium') AS medium
FROM findings WHERE severity IN ('high', 'medium') GROUP BY document ORDER BY document
"""

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
_KEYS = ",\n    ".join(f'{dimension.key} AS "{dimension.id}"' for dimension in DIMENSIONS)


def _whole(column: str) -> str:
    return f"coalesce(CAST({column} AS INTEGER), 0) AS {column}"


_CONTENTS = f"""
CREATE TEMP TABLE contents AS
SELECT documents.id AS document, files, {_whole("pages")}, {_whole("redactions")}, {_whole("deleted_pages")},
    {_parts("redacted_share", MILLIONTHS)} AS share,
    {_parts("years_to_release", TENTHS)} AS to_release, {_parts("years_overdue", TENTHS)} AS overdue,
    years_overdue IS NOT NULL OR (coalesce(declassify_on {_DAY}, 0) AND release_date IS NOT NULL) AS judged,
    coalesce(json_array_length(doubtful) > 0, 0) AS doubtful,
    coalesce(high, 0) AS high, coalesce(medium, 0) AS medium,
    coalesce(lines, 0) AS lines, coalesce(with_lines, 0) AS with_lines,
    coalesce(area, 0) AS area, coalesce(with_area, 0) AS with_area,
    {_KEYS}
FROM copies JOIN documents ON documents.id = copies.document
LEFT JOIN extents ON extents.document = copies.document
LEFT JOIN verdicts ON verdicts.document = copies.document
"""

# A list of codes, and the numbers of an Extent of the passages beside which these stand.
_PASSAGES = f"""
CREATE TEMP TABLE passages AS
SELECT exemptions, count(*), coalesce(sum({_parts("lines_estimated", HUNDREDTHS)}), 0),
    count(lines_estimated), coalesce(sum({_parts("page_share", MILLIONTHS)}), 0), count(page_share)
FROM redactions WHERE official IS NOT 0 AND document IN (SELECT document FROM copies) GROUP BY 1
"""

# All that is read of a store, statement by statement: the copies first, on which the others rest.
READINGS = (_COPIES, _EXTENTS, _VERDICTS, _CONTENTS, _PASSAGES)
PASSAGES = "SELECT * FROM passages"

# Files, documents or not, that were not there any more.
GONE = "SELECT (SELECT count(*) FROM documents WHERE gone) + (SELECT count(*) FROM unreadable WHERE gone)"
# Files that are not among the documents, by state.
STATES = "SELECT state, count(*) FROM unreadable WHERE NOT gone GROUP BY state"

# A key, and the numbers of a Tally and of an Extent in their order.
TALLIES = """
SELECT {key}, count(*), sum(files), sum(pages), sum(redactions > 0), sum(deleted_pages), coalesce(sum(share), 0),
    count(share), coalesce(sum(share * pages), 0), coalesce(sum(CASE WHEN share IS NOT NULL THEN pages END), 0),
    sum(judged), sum(high), sum(medium), sum(doubtful),
    sum(redactions), sum(lines), sum(with_lines), sum(area), sum(with_area)
FROM contents GROUP BY 1
"""

# A key, a number of years in tenths, and how many documents have it.
YEARS = "SELECT {key}, {column}, count(*) FROM contents WHERE {column} IS NOT NULL GROUP BY 1, 2"
