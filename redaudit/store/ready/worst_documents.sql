-- Documents with the most severe findings
-- Documents by the number of their findings of severity high, then medium: where a release officer looks first.
-- :agency  part of the agency's name, blank for all
WITH counted AS (
    SELECT document, sum(severity = 'high') AS high, sum(severity = 'medium') AS medium
    FROM findings WHERE severity IN ('high', 'medium') GROUP BY document
)
SELECT 'documents/' || d.id AS link,
       d.path, d.document_id, d.agency, d.release_status, c.high, c.medium, d.findings
FROM counted c JOIN documents d ON d.id = c.document
WHERE d.gone = 0 AND coalesce(d.agency, '') LIKE '%' || coalesce(:agency, '') || '%'
ORDER BY c.high DESC, c.medium DESC, d.path
