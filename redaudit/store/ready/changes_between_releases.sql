-- What changed between two releases of a document
-- Each release of a document beside the one before it, by date: status, redactions, share withheld, codes that are new and codes that are gone.
-- :document_id  number of the document, blank for all
WITH once AS (
    SELECT min(d.id) AS id, d.document_id, d.path, d.release_date, d.release_status, d.redactions, d.redacted_share,
           d.deleted_pages, coalesce(d.exemptions, '[]') AS exemptions
    FROM documents d
    WHERE d.gone = 0 AND d.document_id IN (
        SELECT document_id FROM documents
        WHERE gone = 0 AND document_id IS NOT NULL AND coalesce(:document_id, '') IN ('', document_id)
        GROUP BY document_id HAVING count(*) > 1
    )
    GROUP BY d.document_id, d.sha256
), paired AS (
    SELECT *, lag(id) OVER earlier AS before FROM once
    WINDOW earlier AS (PARTITION BY document_id ORDER BY coalesce(release_date, ''), path)
)
SELECT 'documents/' || n.id AS link,
       n.document_id, b.path AS before, n.path AS after, b.release_date AS date_before, n.release_date AS date_after,
       b.release_status AS status_before, n.release_status AS status_after,
       b.redactions AS redactions_before, n.redactions AS redactions_after,
       b.redacted_share AS share_before, n.redacted_share AS share_after,
       b.deleted_pages AS deleted_before, n.deleted_pages AS deleted_after,
       (SELECT json_group_array(value) FROM json_each(n.exemptions)
        WHERE value NOT IN (SELECT value FROM json_each(coalesce(b.exemptions, '[]')))) AS codes_new,
       (SELECT json_group_array(value) FROM json_each(coalesce(b.exemptions, '[]'))
        WHERE value NOT IN (SELECT value FROM json_each(n.exemptions))) AS codes_gone
FROM paired n JOIN documents b ON b.id = n.before
ORDER BY n.document_id, coalesce(n.release_date, ''), n.path
