-- Released after their date for declassification, by agency
-- Documents released later than the date on which their originator had them declassified: how many, by how many years, and the one that waited longest.
SELECT 'documents/' || d.id AS link,
       d.agency, count(*) AS documents, round(avg(d.years_overdue), 1) AS mean_years,
       max(d.years_overdue) AS most_years, d.path AS longest, d.declassify_on, d.release_date
FROM documents d
WHERE d.gone = 0 AND d.years_overdue > 0
GROUP BY d.agency
ORDER BY documents DESC, d.agency
