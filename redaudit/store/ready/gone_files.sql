-- Files that are gone
-- Files that were not there any more when their folder was last walked, and a path at which the same bytes still are.
SELECT g.path, 'document' AS was, g.document_id, g.sha256,
       (SELECT min(h.path) FROM documents h WHERE h.sha256 = g.sha256 AND h.gone = 0) AS still_at,
       'documents/' || g.id AS link
FROM documents g
WHERE g.gone = 1
UNION ALL
SELECT u.path, u.state, NULL, NULL, NULL, 'unreadable/' || u.id AS link
FROM unreadable u
WHERE u.gone = 1
ORDER BY 1
