-- what: events whose rows are not those that are published
-- from: the states of events now, and in the file that is updated
CREATE TEMP TABLE changed_events AS
SELECT event_id
FROM states_of_events
ANTI JOIN publication.event_states USING (event_id, state)
