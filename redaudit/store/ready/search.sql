-- Search marks, subjects and findings at once
-- Where all of the words stand together: in a subject line or number, in the words of a mark, in the message of a finding. At most 100 of each; the tables search on.
-- :words  words to find; without any nothing is found
WITH asked AS (
    SELECT '"' || replace(replace(coalesce(:words, ''), '"', ''), ' ', '" "') || '"' AS words
), found AS (
    SELECT * FROM (
        SELECT 'document' AS found_in, rowid AS document, NULL AS page, NULL AS what,
               snippet(documents_fts, -1, '[', ']', '…', 12) AS words
        FROM documents_fts WHERE documents_fts MATCH (SELECT words FROM asked)
        LIMIT 100
    )
    UNION ALL
    SELECT * FROM (
        SELECT 'finding', f.document, f.page, f.rule, snippet(findings_fts, 0, '[', ']', '…', 12)
        FROM findings_fts JOIN findings f ON f.id = findings_fts.rowid
        WHERE findings_fts MATCH (SELECT words FROM asked)
        LIMIT 100
    )
    UNION ALL
    SELECT * FROM (
        SELECT 'mark', m.document, m.page, m.detector, snippet(marks_fts, 0, '[', ']', '…', 12)
        FROM marks_fts JOIN marks m ON m.id = marks_fts.rowid
        WHERE marks_fts MATCH (SELECT words FROM asked)
        LIMIT 100
    )
)
SELECT 'documents/' || d.id AS link,
       found.found_in, d.path, found.page, found.what, found.words
FROM found JOIN documents d ON d.id = found.document
WHERE d.gone = 0
ORDER BY found.found_in, d.path, found.page
