-- severity: error
-- what: rows that stand twice
-- why: the key of a table tells its rows apart, and whoever joins on it must not count one twice; a primary key would guard
-- it with an index that has to fit into memory; the rows that an update leaves as they are passed it when they were written
-- from: warehouse/contracts, by python -m warehouse.keys
WITH changed_reports AS (
    SELECT report_id
    FROM reports
    SEMI JOIN changed_documents USING (document_id)
)
SELECT 'files' AS in_table, concat_ws(' ', file_id) AS key, count(*) AS times
FROM files
SEMI JOIN changed_files USING (file_id)
GROUP BY file_id
HAVING count(*) > 1
UNION ALL
SELECT 'rejects' AS in_table, concat_ws(' ', file_id, record, stage) AS key, count(*) AS times
FROM rejects
GROUP BY file_id, record, stage
HAVING count(*) > 1
UNION ALL
SELECT 'documents' AS in_table, concat_ws(' ', document_id) AS key, count(*) AS times
FROM documents
SEMI JOIN changed_documents USING (document_id)
GROUP BY document_id
HAVING count(*) > 1
UNION ALL
SELECT 'attributions' AS in_table, concat_ws(' ', document_id, position) AS key, count(*) AS times
FROM attributions
SEMI JOIN changed_documents USING (document_id)
GROUP BY document_id, position
HAVING count(*) > 1
UNION ALL
SELECT 'mentions' AS in_table, concat_ws(' ', document_id, span_start, span_end, kind) AS key, count(*) AS times
FROM mentions
SEMI JOIN changed_documents USING (document_id)
GROUP BY document_id, span_start, span_end, kind
HAVING count(*) > 1
UNION ALL
SELECT 'quotes' AS in_table, concat_ws(' ', document_id, span_start, span_end) AS key, count(*) AS times
FROM quotes
SEMI JOIN changed_documents USING (document_id)
GROUP BY document_id, span_start, span_end
HAVING count(*) > 1
UNION ALL
SELECT 'persons' AS in_table, concat_ws(' ', person_id) AS key, count(*) AS times
FROM persons
GROUP BY person_id
HAVING count(*) > 1
UNION ALL
SELECT 'person_names' AS in_table, concat_ws(' ', person_id, name) AS key, count(*) AS times
FROM person_names
GROUP BY person_id, name
HAVING count(*) > 1
UNION ALL
SELECT 'person_reports' AS in_table, concat_ws(' ', document_id, person, position) AS key, count(*) AS times
FROM person_reports
SEMI JOIN changed_documents USING (document_id)
GROUP BY document_id, person, position
HAVING count(*) > 1
UNION ALL
SELECT 'organisations' AS in_table, concat_ws(' ', organisation_id) AS key, count(*) AS times
FROM organisations
GROUP BY organisation_id
HAVING count(*) > 1
UNION ALL
SELECT 'organisation_names' AS in_table, concat_ws(' ', organisation_id, name) AS key, count(*) AS times
FROM organisation_names
GROUP BY organisation_id, name
HAVING count(*) > 1
UNION ALL
SELECT 'countries' AS in_table, concat_ws(' ', country) AS key, count(*) AS times
FROM countries
GROUP BY country
HAVING count(*) > 1
UNION ALL
SELECT 'places' AS in_table, concat_ws(' ', place_id) AS key, count(*) AS times
FROM places
GROUP BY place_id
HAVING count(*) > 1
UNION ALL
SELECT 'roles' AS in_table, concat_ws(' ', person_id, office, country, organisation_id) AS key, count(*) AS times
FROM roles
GROUP BY person_id, office, country, organisation_id
HAVING count(*) > 1
UNION ALL
SELECT 'reports' AS in_table, concat_ws(' ', report_id) AS key, count(*) AS times
FROM reports
SEMI JOIN changed_documents USING (document_id)
GROUP BY report_id
HAVING count(*) > 1
UNION ALL
SELECT 'report_participants' AS in_table, concat_ws(' ', report_id, position) AS key, count(*) AS times
FROM report_participants
SEMI JOIN changed_reports USING (report_id)
GROUP BY report_id, position
HAVING count(*) > 1
UNION ALL
SELECT 'report_topics' AS in_table, concat_ws(' ', report_id, topic) AS key, count(*) AS times
FROM report_topics
SEMI JOIN changed_reports USING (report_id)
GROUP BY report_id, topic
HAVING count(*) > 1
UNION ALL
SELECT 'events' AS in_table, concat_ws(' ', event_id) AS key, count(*) AS times
FROM events
SEMI JOIN changed_events USING (event_id)
GROUP BY event_id
HAVING count(*) > 1
UNION ALL
SELECT 'event_participants' AS in_table, concat_ws(' ', event_id, position) AS key, count(*) AS times
FROM event_participants
SEMI JOIN changed_events USING (event_id)
GROUP BY event_id, position
HAVING count(*) > 1
UNION ALL
SELECT 'event_topics' AS in_table, concat_ws(' ', event_id, topic) AS key, count(*) AS times
FROM event_topics
SEMI JOIN changed_events USING (event_id)
GROUP BY event_id, topic
HAVING count(*) > 1
UNION ALL
SELECT 'conflicts' AS in_table, concat_ws(' ', event_id, field, value) AS key, count(*) AS times
FROM conflicts
SEMI JOIN changed_events USING (event_id)
GROUP BY event_id, field, value
HAVING count(*) > 1
UNION ALL
SELECT 'event_log' AS in_table, concat_ws(' ', event_id, seen_on) AS key, count(*) AS times
FROM event_log
SEMI JOIN changed_events USING (event_id)
GROUP BY event_id, seen_on
HAVING count(*) > 1
UNION ALL
SELECT 'mandates' AS in_table, concat_ws(' ', mandate_id) AS key, count(*) AS times
FROM mandates
GROUP BY mandate_id
HAVING count(*) > 1
UNION ALL
SELECT 'mandate_reports' AS in_table, concat_ws(' ', mandate_id, document_id) AS key, count(*) AS times
FROM mandate_reports
GROUP BY mandate_id, document_id
HAVING count(*) > 1
