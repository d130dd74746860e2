-- what: for every event, a hash of all its rows
-- from: the resolution's segments, which hold the whole corpus
-- why: the hashes tell the events whose rows an update can leave as they are
CREATE TEMP TABLE states_of_events AS
WITH hashes AS (
    SELECT event_id, hash(events) AS state
    FROM segments.resolved_events AS events
    UNION ALL
    SELECT event_id, hash(participants) AS state
    FROM segments.resolved_event_participants AS participants
    UNION ALL
    SELECT event_id, hash(topics) AS state
    FROM segments.resolved_event_topics AS topics
    UNION ALL
    SELECT event_id, hash(log) AS state
    FROM segments.resolved_event_log AS log
    UNION ALL
    SELECT event_id, hash(conflicts) AS state
    FROM segments.resolved_conflicts AS conflicts
)
SELECT event_id, bit_xor(state) AS state
FROM hashes
GROUP BY event_id
