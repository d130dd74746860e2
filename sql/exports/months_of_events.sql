-- what: the month of each event, by its first day or else its first publication
-- from: events
-- parameters: since, a DATE or null for all
SELECT
    event_id,
    coalesce(strftime(coalesce(starts_on, first_published), '%Y-%m'), 'undated') AS month
FROM events
WHERE $since::DATE IS NULL OR coalesce(ends_on, starts_on, first_published) >= $since::DATE
