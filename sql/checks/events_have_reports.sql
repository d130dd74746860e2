-- severity: error
-- what: events without any report
-- why: an event is what its reports agree on; without one there is no evidence
SELECT event_id, kind, title
FROM events
ANTI JOIN reports USING (event_id)
