-- what: sides and persons of events
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO event_participants BY NAME
SELECT * FROM segments.resolved_event_participants
