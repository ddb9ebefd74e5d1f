-- Withheld, and no code says why
-- Documents denied or released in part on which no exemption code stands.
-- :status  denied or part, blank for all
-- :agency  part of the agency's name, blank for all
SELECT 'documents/' || d.id AS link,
       d.path, d.document_id, d.agency, d.release_status, d.release_date, d.redactions, d.deleted_pages, d.pages
FROM documents d
WHERE d.gone = 0 AND d.release_status IN ('denied', 'part') AND coalesce(d.exemptions, '[]') = '[]'
  AND coalesce(:status, '') IN ('', d.release_status)
  AND coalesce(d.agency, '') LIKE '%' || coalesce(:agency, '') || '%'
ORDER BY d.release_status, d.path
