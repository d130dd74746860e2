-- what: everything that one person took part in, in order of time
-- from: persons, person_names, event_participants, events
-- parameters: name, any spelling of the person's name, whatever its case
WITH wanted AS (
    SELECT person_id
    FROM persons
    WHERE lower(name) = lower($name)
    UNION
    SELECT person_id
    FROM person_names
    WHERE lower(name) = lower($name)
)
SELECT
    persons.name,
    events.starts_on,
    events.date_edtf,
    events.status,
    events.kind,
    events.title,
    participants.office,
    participants.capacity,
    events.documents,
    events.event_id
FROM wanted
INNER JOIN persons USING (person_id)
INNER JOIN event_participants AS participants USING (person_id)
INNER JOIN events USING (event_id)
ORDER BY events.starts_on NULLS LAST, events.event_id
