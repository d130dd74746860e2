-- what: sides and persons of events
-- from: the resolution's segments, which hold the whole corpus, as far as events have changed
INSERT INTO event_participants BY NAME
SELECT *
FROM segments.resolved_event_participants
SEMI JOIN changed_events USING (event_id)
