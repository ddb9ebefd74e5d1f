-- Redactions whose text a machine still reads
-- Documents whose boxes or other redactions hide words that are still in the file: passages, characters and pages. The words themselves are not in this database.
-- :kind  box, mask, gap, placeholder or page, blank for all
SELECT 'documents/' || d.id AS link,
       d.path, d.document_id, d.agency, d.release_status, count(*) AS passages, sum(r.concealed) AS characters,
       count(DISTINCT r.page) AS pages, min(r.page) AS first_page
FROM redactions r JOIN documents d ON d.id = r.document
WHERE r.concealed > 0 AND d.gone = 0 AND coalesce(:kind, '') IN ('', r.kind)
GROUP BY d.id
ORDER BY characters DESC, d.path
