-- severity: warn
-- what: main tables that have lost more than one row in twenty since the last publication
-- why: a changed rule may do that, and whoever changed it should know
WITH rows_now AS (
    SELECT 'files' AS name, count(*) AS rows
    FROM files
    UNION ALL
    SELECT 'documents' AS name, count(*) AS rows
    FROM documents
    UNION ALL
    SELECT 'mentions' AS name, count(*) AS rows
    FROM mentions
    UNION ALL
    SELECT 'reports' AS name, count(*) AS rows
    FROM reports
    UNION ALL
    SELECT 'persons' AS name, count(*) AS rows
    FROM persons
    UNION ALL
    SELECT 'events' AS name, count(*) AS rows
    FROM events
)
SELECT name, before.rows AS rows_before, rows_now.rows AS rows_now
FROM rows_now
INNER JOIN segments.rows_before AS before USING (name)
WHERE rows_now.rows < 0.95 * before.rows
