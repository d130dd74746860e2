-- severity: error
-- what: main tables with less than half the rows that are published now
-- why: files that vanish stay, so such a fall is a fault upstream and not news; where it is meant, move the
-- published file away, and the next publication starts afresh
WITH rows_now AS (
    SELECT 'files' AS name, count(*) AS rows
    FROM files
    UNION ALL
    SELECT 'documents' AS name, count(*) AS rows
    FROM documents
    UNION ALL
    SELECT 'reports' AS name, count(*) AS rows
    FROM reports
    UNION ALL
    SELECT 'events' AS name, count(*) AS rows
    FROM events
)
SELECT name, before.rows AS rows_before, rows_now.rows AS rows_now
FROM rows_now
INNER JOIN segments.rows_before AS before USING (name)
WHERE rows_now.rows * 2 < before.rows
