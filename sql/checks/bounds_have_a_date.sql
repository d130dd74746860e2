-- severity: error
-- what: reports and events with bounds but without the date that these are bounds of, or full dates without bounds
-- why: the EDTF value and its bounds are one statement in two forms
SELECT 'reports' AS in_table, report_id AS id, date_edtf, starts_on, ends_on
FROM reports
WHERE
    (date_edtf IS NULL AND (starts_on IS NOT NULL OR ends_on IS NOT NULL))
    OR (try_cast(date_edtf AS DATE) IS NOT NULL AND starts_on IS DISTINCT FROM try_cast(date_edtf AS DATE))
UNION ALL
SELECT 'events' AS in_table, event_id AS id, date_edtf, starts_on, ends_on
FROM events
WHERE
    (date_edtf IS NULL AND (starts_on IS NOT NULL OR ends_on IS NOT NULL))
    OR (try_cast(date_edtf AS DATE) IS NOT NULL AND starts_on IS DISTINCT FROM try_cast(date_edtf AS DATE))
