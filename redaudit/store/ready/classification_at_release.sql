-- Class at release against class as made
-- How many documents of each level were declassified, downgraded, left as they were or upgraded, and the level they have now.
-- :agency  part of the agency's name, blank for all
SELECT coalesce(d.original_classification, '(unmarked)') AS as_made,
       coalesce(d.withheld_classification, d.release_classification, '(not said)') AS at_release,
       coalesce(d.classification_change, '(not said)') AS change, count(*) AS documents,
       sum(d.release_status = 'full') AS in_full, sum(d.release_status = 'part') AS in_part,
       sum(d.release_status = 'denied') AS denied
FROM documents d
WHERE d.gone = 0 AND coalesce(d.agency, '') LIKE '%' || coalesce(:agency, '') || '%'
GROUP BY as_made, at_release, change
ORDER BY documents DESC, as_made, at_release, change
