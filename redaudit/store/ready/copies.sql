-- Copies: the same file under several paths
-- Files with the same bytes, by how often they are there.
SELECT 'documents?gone=0&sha256=' || d.sha256 AS link,
       count(*) AS paths, d.document_id, d.size, json_group_array(d.path) AS copies, d.sha256
FROM documents d
WHERE d.gone = 0 AND d.sha256 IN (SELECT sha256 FROM documents GROUP BY sha256 HAVING count(*) > 1)
GROUP BY d.sha256
HAVING count(*) > 1
ORDER BY paths DESC, min(d.path)
