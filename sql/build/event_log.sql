-- what: what was known of an event, and when
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO event_log BY NAME
SELECT * FROM segments.resolved_event_log
