-- Findings by rule and severity
-- How many findings each rule raised, and in how many documents; the link lists them, of every agency and of gone files too.
-- :severity  high, medium, low or info
-- :agency    part of the agency's name
SELECT f.rule, f.severity, count(*) AS findings, count(DISTINCT f.document) AS documents,
       'findings?rule=' || f.rule || '&severity=' || f.severity AS link
FROM findings f JOIN documents d ON d.id = f.document
WHERE d.gone = 0
  AND coalesce(:severity, '') IN ('', f.severity)
  AND coalesce(d.agency, '') LIKE '%' || coalesce(:agency, '') || '%'
GROUP BY f.rule, f.severity
ORDER BY CASE f.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2 ELSE 3 END, findings DESC, f.rule
