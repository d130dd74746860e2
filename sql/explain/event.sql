-- what: an event: what its reports agree on, its sides and its people
-- from: events, event_participants, persons, event_topics, conflicts
-- parameters: id
SELECT
    title, kind, status, date_edtf AS "date", country, venue, format, ordinal, level, host, documents, languages, confidence,
    (
        SELECT string_agg(concat_ws(' ', persons.name, taking.country, taking.organisation_id, '(' || taking.capacity || ')'), '; ' ORDER BY taking.position)
        FROM event_participants AS taking
        LEFT JOIN persons USING (person_id)
        WHERE taking.event_id = $id
    ) AS participants,
    (SELECT string_agg(topic, ', ' ORDER BY event_topics.documents DESC, topic) FROM event_topics WHERE event_topics.event_id = $id) AS topics,
    (SELECT string_agg(field || ': ' || "value", '; ' ORDER BY field, "value") FROM conflicts WHERE conflicts.event_id = $id) AS disputed
FROM events
WHERE event_id = $id
