-- what: the pairs of countries that dealt with one another most often since a day
-- from: events, event_participants
-- parameters: since, a DATE or null for the year before the newest document; pairs, how many to list
WITH asked AS (
    SELECT coalesce($since::DATE, (SELECT max(published_on) FROM documents) - 365) AS since
),
sides AS (
    SELECT DISTINCT participants.event_id, participants.country
    FROM event_participants AS participants
    INNER JOIN events USING (event_id)
    CROSS JOIN asked
    WHERE participants.country IS NOT NULL AND events.status = 'held' AND events.starts_on >= asked.since
)
SELECT
    one.country,
    two.country AS other_country,
    count(*) AS events
FROM sides AS one
INNER JOIN sides AS two ON two.event_id = one.event_id AND two.country > one.country
GROUP BY one.country, two.country
ORDER BY events DESC, one.country, two.country
LIMIT $pairs::INTEGER
