-- what: topics of events
-- from: the resolution's segments, which hold the whole corpus, as far as events have changed
INSERT INTO event_topics BY NAME
SELECT *
FROM segments.resolved_event_topics
SEMI JOIN changed_events USING (event_id)
