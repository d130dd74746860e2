-- what: acts held by month and kind
-- from: events
-- parameters: since, a DATE or null for all
SELECT strftime(starts_on, '%Y-%m') AS month, kind, count(*) AS events
FROM events
WHERE status = 'held' AND starts_on IS NOT NULL AND ($since::DATE IS NULL OR coalesce(ends_on, starts_on) >= $since::DATE)
GROUP BY ALL
ORDER BY month, kind
