-- What each exemption withholds
-- Passages with each code beside them, the lines they take (estimated), whole pages, and documents that cite it. A passage with two codes counts under both; (none) is what no code claims.
WITH passages AS (
    SELECT code.value AS exemption, sum(n) AS passages, sum(lines) AS lines, sum(pages) AS pages
    FROM (
        SELECT coalesce(nullif(exemptions, '[]'), '["(none)"]') AS codes, count(*) AS n, sum(lines_estimated) AS lines,
               sum(CASE WHEN unit = 'page' THEN quantity WHEN kind = 'page' THEN 1 END) AS pages
        FROM redactions
        WHERE document NOT IN (SELECT id FROM documents WHERE gone = 1)
        GROUP BY exemptions
    ), json_each(codes) AS code
    GROUP BY code.value
), citing AS (
    SELECT code.value AS exemption, sum(n) AS documents
    FROM (
        SELECT coalesce(nullif(exemptions, '[]'), '["(none)"]') AS codes, count(*) AS n
        FROM documents
        WHERE gone = 0 AND (redactions > 0 OR coalesce(exemptions, '[]') <> '[]')
        GROUP BY codes
    ), json_each(codes) AS code
    GROUP BY code.value
)
SELECT 'documents?gone=0&exemptions__arraycontains=' || nullif(exemption, '(none)') AS link,
       exemption, p.passages, round(p.lines, 1) AS lines, p.pages, c.documents
FROM (SELECT exemption FROM passages UNION SELECT exemption FROM citing)
     LEFT JOIN passages p USING (exemption) LEFT JOIN citing c USING (exemption)
ORDER BY c.documents DESC, p.passages DESC, exemption
