-- what: every document's account of every act, with the event it belongs to and why
-- from: readings of changed documents and the map of events
INSERT INTO reports BY NAME
SELECT
    reports.* EXCLUDE (report),
    map.report_id,
    map.event_id,
    map.reason AS merge_reason,
    map.score AS merge_score
FROM segments.read_reports AS reports
SEMI JOIN changed_readings USING (document_id)
INNER JOIN segments.resolved_event_map AS map USING (document_id, report)
