-- what: the topics of every report
-- from: readings of changed documents and the map of events
INSERT INTO report_topics BY NAME
SELECT map.report_id, topics.topic
FROM segments.read_topics AS topics
SEMI JOIN changed_readings USING (document_id)
INNER JOIN segments.resolved_event_map AS map USING (document_id, report)
