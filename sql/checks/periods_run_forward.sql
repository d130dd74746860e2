-- severity: error
-- what: periods that end before they start
-- why: a range query would never find them
SELECT 'reports' AS in_table, report_id AS id, date_edtf AS edtf, starts_on, ends_on
FROM reports
WHERE ends_on < starts_on
UNION ALL
SELECT 'events' AS in_table, event_id AS id, date_edtf AS edtf, starts_on, ends_on
FROM events
WHERE ends_on < starts_on
UNION ALL
SELECT 'mandates' AS in_table, mandate_id AS id, period_edtf AS edtf, starts_on, ends_on
FROM mandates
WHERE ends_on < starts_on
UNION ALL
SELECT 'roles' AS in_table, person_id AS id, office AS edtf, first_seen AS starts_on, last_seen AS ends_on
FROM roles
WHERE last_seen < first_seen
