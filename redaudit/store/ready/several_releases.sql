-- Documents released more than once
-- One number of a document, several contents: how many releases there are, and how far apart they are in what they withhold. Copies of the same bytes count once.
SELECT 'documents?gone=0&document_id=' || replace(replace(document_id, '&', '%26'), ' ', '%20') AS link,
       document_id, count(*) AS releases, min(release_date) AS first_release, max(release_date) AS last_release,
       min(redactions) AS fewest_redactions, max(redactions) AS most_redactions,
       min(redacted_share) AS least_share, max(redacted_share) AS greatest_share,
       json_group_array(DISTINCT release_status) AS statuses
FROM (
    SELECT d.*, min(d.id) FROM documents d
    WHERE d.document_id IN (
        SELECT document_id FROM documents
        WHERE gone = 0 AND document_id IS NOT NULL GROUP BY document_id HAVING count(*) > 1
    ) AND d.gone = 0
    GROUP BY d.document_id, d.sha256
)
GROUP BY document_id
HAVING count(*) > 1
ORDER BY most_redactions - fewest_redactions DESC, document_id
