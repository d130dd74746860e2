-- what: what is planned in the days after a day, the nearest first; plans without a day come last
-- from: events, event_participants, persons, places
-- parameters: from_day, a DATE or null for the day of the newest document; days, how far to look
WITH asked AS (
    SELECT coalesce($from_day::DATE, (SELECT max(published_on) FROM documents)) AS from_day
),
sides AS (
    SELECT
        participants.event_id,
        string_agg(
            coalesce(persons.name, participants.organisation_id, participants.country), ', ' ORDER BY participants.position
        ) AS participants
    FROM event_participants AS participants
    LEFT JOIN persons USING (person_id)
    GROUP BY participants.event_id
)
SELECT
    events.starts_on,
    events.date_edtf,
    events.kind,
    events.title,
    places.name AS place,
    sides.participants,
    events.documents,
    events.event_id
FROM events
CROSS JOIN asked
LEFT JOIN sides USING (event_id)
LEFT JOIN places USING (place_id)
WHERE
    events.status = 'planned'
    AND coalesce(events.ends_on, events.starts_on, asked.from_day) >= asked.from_day
    AND coalesce(events.starts_on, asked.from_day) <= asked.from_day + $days::INTEGER
ORDER BY events.starts_on NULLS LAST, events.event_id
