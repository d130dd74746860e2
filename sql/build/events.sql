-- what: what reports agree on
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO events BY NAME
SELECT * FROM segments.resolved_events
