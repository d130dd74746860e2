-- what: what was known of an event, and when
-- from: the resolution's segments, which hold the whole corpus, as far as events have changed
INSERT INTO event_log BY NAME
SELECT *
FROM segments.resolved_event_log
SEMI JOIN changed_events USING (event_id)
