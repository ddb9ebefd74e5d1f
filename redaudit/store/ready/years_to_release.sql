-- Years to release, by agency and decade
-- How long documents of each decade waited for their release, by agency: the middle one (half waited longer), the mean, the shortest and the longest.
-- :agency  part of the agency's name, blank for all
WITH waited AS (
    SELECT agency, substr(original_date, 1, 3) || '0s' AS decade, years_to_release AS years,
           row_number() OVER same AS place, count(*) OVER whole AS documents
    FROM documents
    WHERE gone = 0 AND years_to_release IS NOT NULL
      AND coalesce(agency, '') LIKE '%' || coalesce(:agency, '') || '%'
    WINDOW whole AS (PARTITION BY agency, substr(original_date, 1, 3)), same AS (whole ORDER BY years_to_release)
)
SELECT agency, decade, count(*) AS documents,
       round(avg(CASE WHEN place IN ((documents + 1) / 2, documents / 2 + 1) THEN years END), 1) AS middle_years,
       round(avg(years), 1) AS mean_years, min(years) AS least_years, max(years) AS most_years
FROM waited
GROUP BY agency, decade
ORDER BY agency, decade
