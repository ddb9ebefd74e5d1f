-- Files that are gone
-- Files that were not there any more when their folder was last walked, and a path at which the same bytes still are.
SELECT 'documents/' || g.id AS link,
       g.path, 'document' AS was, g.document_id, g.sha256,
       (SELECT min(h.path) FROM documents h WHERE h.sha256 = g.sha256 AND h.gone = 0) AS still_at
FROM documents g
WHERE g.gone = 1
UNION ALL
SELECT 'unreadable/' || u.id AS link,
       u.path, u.state, NULL, NULL, NULL
FROM unreadable u
WHERE u.gone = 1
ORDER BY 2
