-- severity: warn
-- what: events without any participant
-- why: an act that nobody took part in was not understood
SELECT event_id, kind, title
FROM events
ANTI JOIN event_participants USING (event_id)
