-- Findings by rule and severity
-- How many findings each rule raised, and in how many documents; the link lists them, of every agency and of gone files too.
-- :severity  high, medium, low or info, blank for all
-- :agency    part of the agency's name, blank for all
SELECT 'findings?rule=' || f.rule || '&severity=' || f.severity AS link,
       f.rule, f.severity, count(*) AS findings, count(DISTINCT f.document) AS documents
FROM findings f
WHERE coalesce(:severity, '') IN ('', f.severity)
  AND f.document NOT IN (SELECT id FROM documents WHERE gone = 1)
  AND (coalesce(:agency, '') = '' OR f.document IN (SELECT id FROM documents WHERE agency LIKE '%' || :agency || '%'))
GROUP BY f.rule, f.severity
ORDER BY CASE f.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2 ELSE 3 END, findings DESC, f.rule
