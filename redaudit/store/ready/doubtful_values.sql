-- Values in doubt
-- Each value that is inferred, read from damaged text, or has a rival reading: what to look at on the page before it is relied on.
-- :column  name of a column of documents, such as original_date, blank for all
SELECT 'documents/' || d.id AS link,
       doubted.value AS "column",
       CASE doubted.value
           WHEN 'document_id' THEN d.document_id
           WHEN 'case_number' THEN d.case_number
           WHEN 'message_reference' THEN d.message_reference
           WHEN 'subject' THEN d.subject
           WHEN 'pages_stated' THEN d.pages_stated
           WHEN 'original_classification' THEN d.original_classification
           WHEN 'original_captions' THEN d.original_captions
           WHEN 'original_date' THEN d.original_date
           WHEN 'original_order' THEN d.original_order
           WHEN 'classified_by' THEN d.classified_by
           WHEN 'classification_reasons' THEN d.classification_reasons
           WHEN 'declassify_on' THEN d.declassify_on
           WHEN 'release_status' THEN d.release_status
           WHEN 'release_classification' THEN d.release_classification
           WHEN 'release_date' THEN d.release_date
           WHEN 'release_authority' THEN d.release_authority
           WHEN 'withheld_classification' THEN d.withheld_classification
           WHEN 'withheld_reasons' THEN d.withheld_reasons
           WHEN 'withheld_until' THEN d.withheld_until
           WHEN 'exemptions' THEN d.exemptions
           WHEN 'statutes' THEN d.statutes
           WHEN 'deleted_pages' THEN d.deleted_pages
           WHEN 'banners_struck' THEN d.banners_struck
           WHEN 'classification_change' THEN d.classification_change
       END AS value,
       d.path, d.document_id, d.agency
FROM documents d, json_each(d.doubtful) AS doubted
WHERE d.gone = 0 AND d.doubtful <> '[]' AND coalesce(:column, '') IN ('', doubted.value)
ORDER BY d.path, doubted.key
