-- what: rows of every table
-- from: the tables themselves; DuckDB counts them without reading their rows
SELECT 'attributions' AS name, count(*) AS rows FROM attributions
UNION ALL
SELECT 'checks' AS name, count(*) AS rows FROM checks
UNION ALL
SELECT 'conflicts' AS name, count(*) AS rows FROM conflicts
UNION ALL
SELECT 'countries' AS name, count(*) AS rows FROM countries
UNION ALL
SELECT 'documents' AS name, count(*) AS rows FROM documents
UNION ALL
SELECT 'event_log' AS name, count(*) AS rows FROM event_log
UNION ALL
SELECT 'event_participants' AS name, count(*) AS rows FROM event_participants
UNION ALL
SELECT 'event_topics' AS name, count(*) AS rows FROM event_topics
UNION ALL
SELECT 'events' AS name, count(*) AS rows FROM events
UNION ALL
SELECT 'files' AS name, count(*) AS rows FROM files
UNION ALL
SELECT 'mandate_reports' AS name, count(*) AS rows FROM mandate_reports
UNION ALL
SELECT 'mandates' AS name, count(*) AS rows FROM mandates
UNION ALL
SELECT 'mentions' AS name, count(*) AS rows FROM mentions
UNION ALL
SELECT 'organisation_names' AS name, count(*) AS rows FROM organisation_names
UNION ALL
SELECT 'organisations' AS name, count(*) AS rows FROM organisations
UNION ALL
SELECT 'person_names' AS name, count(*) AS rows FROM person_names
UNION ALL
SELECT 'person_reports' AS name, count(*) AS rows FROM person_reports
UNION ALL
SELECT 'persons' AS name, count(*) AS rows FROM persons
UNION ALL
SELECT 'places' AS name, count(*) AS rows FROM places
UNION ALL
SELECT 'quotes' AS name, count(*) AS rows FROM quotes
UNION ALL
SELECT 'rejects' AS name, count(*) AS rows FROM rejects
UNION ALL
SELECT 'report_participants' AS name, count(*) AS rows FROM report_participants
UNION ALL
SELECT 'report_topics' AS name, count(*) AS rows FROM report_topics
UNION ALL
SELECT 'reports' AS name, count(*) AS rows FROM reports
UNION ALL
SELECT 'roles' AS name, count(*) AS rows FROM roles
ORDER BY name
