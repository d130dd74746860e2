-- what: in a new file every event is to be written
-- from: the states of events
CREATE TEMP TABLE changed_events AS
SELECT event_id FROM states_of_events
