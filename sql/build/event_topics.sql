-- what: topics of events
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO event_topics BY NAME
SELECT * FROM segments.resolved_event_topics
