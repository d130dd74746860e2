-- what: what reports agree on
-- from: the resolution's segments, which hold the whole corpus, as far as events have changed
INSERT INTO events BY NAME
SELECT *
FROM segments.resolved_events
SEMI JOIN changed_events USING (event_id)
