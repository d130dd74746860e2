-- what: how plans went: each event that was announced first, and what became of it
-- from: event_log, events
-- parameters: none
WITH steps AS (
    SELECT
        event_id,
        min(seen_on) FILTER (status = 'planned') AS announced_on,
        min(seen_on) FILTER (status = 'held') AS held_seen_on,
        min(seen_on) FILTER (status = 'cancelled') AS cancelled_seen_on,
        count(DISTINCT date_edtf) AS dates_given
    FROM event_log
    GROUP BY event_id
)
SELECT
    events.event_id,
    events.title,
    steps.announced_on,
    events.starts_on,
    events.starts_on - steps.announced_on AS days_of_notice,
    events.status,
    steps.held_seen_on,
    steps.cancelled_seen_on,
    steps.dates_given > 1 AS was_moved
FROM steps
INNER JOIN events USING (event_id)
WHERE steps.announced_on IS NOT NULL
ORDER BY steps.announced_on, events.event_id
