-- what: values on which sources disagree
-- from: the resolution's segments, which hold the whole corpus, as far as events have changed
INSERT INTO conflicts BY NAME
SELECT *
FROM segments.resolved_conflicts
SEMI JOIN changed_events USING (event_id)
