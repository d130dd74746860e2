-- what: the sides and persons of every report
-- from: readings of changed documents and the maps of events and persons
INSERT INTO report_participants BY NAME
SELECT
    participants.* EXCLUDE (document_id, report, person),
    events.report_id,
    persons.person_id
FROM segments.read_participants AS participants
SEMI JOIN changed_readings USING (document_id)
INNER JOIN segments.resolved_event_map AS events USING (document_id, report)
LEFT JOIN segments.resolved_person_map AS persons USING (document_id, person)
