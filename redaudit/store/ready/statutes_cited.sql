-- Statutes cited with (b)(3)
-- Which statutes stand beside a (b)(3), in how many documents, by how many agencies, and from when to when.
-- :agency  part of the agency's name, blank for all
SELECT 'documents?gone=0&statutes__arraycontains=' || replace(replace(s.value, '&', '%26'), ' ', '%20') AS link,
       s.value AS statute, count(*) AS documents, count(DISTINCT d.agency) AS agencies,
       min(d.release_date) AS first_release, max(d.release_date) AS last_release
FROM documents d, json_each(d.statutes) AS s
WHERE d.gone = 0 AND d.statutes <> '[]' AND coalesce(d.agency, '') LIKE '%' || coalesce(:agency, '') || '%'
GROUP BY s.value
ORDER BY documents DESC, statute
