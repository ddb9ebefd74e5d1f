-- The oldest documents still withheld
-- Documents denied, released in part, kept classified, or with passages or pages withheld, the oldest first, with what is still classified and until when.
-- :status  denied, part, full, unspecified or none, blank for all
-- :agency  part of the agency's name, blank for all
SELECT 'documents/' || d.id AS link,
       d.original_date, d.path, d.document_id, d.agency, d.release_status, d.release_date, d.original_classification,
       d.withheld_classification, d.withheld_until, d.exemptions
FROM documents d
WHERE d.gone = 0 AND d.original_date IS NOT NULL
  AND (d.release_status IN ('denied', 'part') OR d.withheld_classification IS NOT NULL
       OR d.redactions > 0 OR d.deleted_pages > 0)
  AND coalesce(:status, '') IN ('', d.release_status)
  AND coalesce(d.agency, '') LIKE '%' || coalesce(:agency, '') || '%'
ORDER BY d.original_date, d.path
