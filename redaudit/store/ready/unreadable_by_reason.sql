-- Files that could not be read, by reason
-- Why files are not among the documents, how many there are, and one of them.
-- :state  unreadable (ought to be a document) or skipped (is none), blank for all
SELECT 'unreadable?gone=0&state=' || u.state || '&reason__exact=' || replace(replace(replace(u.reason, '%', '%25'), '&', '%26'), ' ', '%20') AS link,
       u.state, u.reason, count(*) AS files, min(u.path) AS one_of_them
FROM unreadable u
WHERE u.gone = 0 AND coalesce(:state, '') IN ('', u.state)
GROUP BY u.state, u.reason
ORDER BY u.state DESC, files DESC, u.reason
