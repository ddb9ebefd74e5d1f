-- Pages withheld in full
-- Documents of which whole pages are kept back: as many as their sheets state, beside the pages that are in the file.
-- :agency  part of the agency's name, blank for all
SELECT 'documents/' || d.id AS link,
       d.path, d.document_id, d.agency, d.release_status, d.deleted_pages, d.pages, d.pages_stated, d.exemptions
FROM documents d
WHERE d.gone = 0 AND d.deleted_pages > 0 AND coalesce(d.agency, '') LIKE '%' || coalesce(:agency, '') || '%'
ORDER BY d.deleted_pages DESC, d.path
