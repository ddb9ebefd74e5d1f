-- Years to release, by agency and decade
-- How long documents of each decade waited for their release, by agency: the middle one (half waited longer), the mean, the shortest and the longest.
-- :agency  part of the agency's name, blank for all
WITH waited AS (
    SELECT agency, substr(original_date, 1, 3) || '0s' AS decade, years_to_release AS years, count(*) AS n
    FROM documents
    WHERE gone = 0 AND years_to_release IS NOT NULL
      AND coalesce(agency, '') LIKE '%' || coalesce(:agency, '') || '%'
    GROUP BY agency, decade, years
), placed AS (
    SELECT *, sum(n) OVER up AS upto, sum(n) OVER whole AS documents
    FROM waited
    WINDOW whole AS (PARTITION BY agency, decade), up AS (whole ORDER BY years)
)
SELECT agency, decade, sum(n) AS documents,
       round((min(CASE WHEN upto >= (documents + 1) / 2 THEN years END)
              + min(CASE WHEN upto >= documents / 2 + 1 THEN years END)) / 2, 1) AS middle_years,
       round(sum(n * years) / sum(n), 1) AS mean_years, min(years) AS least_years, max(years) AS most_years
FROM placed
GROUP BY agency, decade
ORDER BY agency, decade
