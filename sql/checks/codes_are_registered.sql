-- severity: warn
-- what: codes of countries and organisations that their registers do not hold, with how often they occur
-- why: they are read all the same, but have no name and no kind; the register wants a row
SELECT in_table, in_column, value, count(*) AS times
FROM (
SELECT 'documents' AS in_table, 'outlet' AS in_column, documents.outlet AS value
FROM documents
ANTI JOIN organisations ON organisations.organisation_id = documents.outlet
WHERE documents.outlet IS NOT NULL
UNION ALL
SELECT 'attributions' AS in_table, 'source' AS in_column, attributions.source AS value
FROM attributions
ANTI JOIN organisations ON organisations.organisation_id = attributions.source
WHERE attributions.source IS NOT NULL
UNION ALL
SELECT 'quotes' AS in_table, 'organisation_id' AS in_column, quotes.organisation_id AS value
FROM quotes
ANTI JOIN organisations ON organisations.organisation_id = quotes.organisation_id
WHERE quotes.organisation_id IS NOT NULL
UNION ALL
SELECT 'person_reports' AS in_table, 'country' AS in_column, person_reports.country AS value
FROM person_reports
ANTI JOIN countries ON countries.country = person_reports.country
WHERE person_reports.country IS NOT NULL
UNION ALL
SELECT 'person_reports' AS in_table, 'organisation_id' AS in_column, person_reports.organisation_id AS value
FROM person_reports
ANTI JOIN organisations ON organisations.organisation_id = person_reports.organisation_id
WHERE person_reports.organisation_id IS NOT NULL
UNION ALL
SELECT 'persons' AS in_table, 'country' AS in_column, persons.country AS value
FROM persons
ANTI JOIN countries ON countries.country = persons.country
WHERE persons.country IS NOT NULL
UNION ALL
SELECT 'organisations' AS in_table, 'country' AS in_column, organisations.country AS value
FROM organisations
ANTI JOIN countries ON countries.country = organisations.country
WHERE organisations.country IS NOT NULL
UNION ALL
SELECT 'places' AS in_table, 'country' AS in_column, places.country AS value
FROM places
ANTI JOIN countries ON countries.country = places.country
WHERE places.country IS NOT NULL
UNION ALL
SELECT 'roles' AS in_table, 'country' AS in_column, roles.country AS value
FROM roles
ANTI JOIN countries ON countries.country = roles.country
WHERE roles.country IS NOT NULL
UNION ALL
SELECT 'roles' AS in_table, 'organisation_id' AS in_column, roles.organisation_id AS value
FROM roles
ANTI JOIN organisations ON organisations.organisation_id = roles.organisation_id
WHERE roles.organisation_id IS NOT NULL
UNION ALL
SELECT 'reports' AS in_table, 'country' AS in_column, reports.country AS value
FROM reports
ANTI JOIN countries ON countries.country = reports.country
WHERE reports.country IS NOT NULL
UNION ALL
SELECT 'reports' AS in_table, 'format' AS in_column, reports.format AS value
FROM reports
ANTI JOIN organisations ON organisations.organisation_id = reports.format
WHERE reports.format IS NOT NULL
UNION ALL
SELECT 'report_participants' AS in_table, 'country' AS in_column, report_participants.country AS value
FROM report_participants
ANTI JOIN countries ON countries.country = report_participants.country
WHERE report_participants.country IS NOT NULL
UNION ALL
SELECT 'report_participants' AS in_table, 'organisation_id' AS in_column, report_participants.organisation_id AS value
FROM report_participants
ANTI JOIN organisations ON organisations.organisation_id = report_participants.organisation_id
WHERE report_participants.organisation_id IS NOT NULL
UNION ALL
SELECT 'events' AS in_table, 'country' AS in_column, events.country AS value
FROM events
ANTI JOIN countries ON countries.country = events.country
WHERE events.country IS NOT NULL
UNION ALL
SELECT 'events' AS in_table, 'format' AS in_column, events.format AS value
FROM events
ANTI JOIN organisations ON organisations.organisation_id = events.format
WHERE events.format IS NOT NULL
UNION ALL
SELECT 'event_participants' AS in_table, 'country' AS in_column, event_participants.country AS value
FROM event_participants
ANTI JOIN countries ON countries.country = event_participants.country
WHERE event_participants.country IS NOT NULL
UNION ALL
SELECT 'event_participants' AS in_table, 'organisation_id' AS in_column, event_participants.organisation_id AS value
FROM event_participants
ANTI JOIN organisations ON organisations.organisation_id = event_participants.organisation_id
WHERE event_participants.organisation_id IS NOT NULL
UNION ALL
SELECT 'mandates' AS in_table, 'holder_country' AS in_column, mandates.holder_country AS value
FROM mandates
ANTI JOIN countries ON countries.country = mandates.holder_country
WHERE mandates.holder_country IS NOT NULL
UNION ALL
SELECT 'mandates' AS in_table, 'holder_organisation' AS in_column, mandates.holder_organisation AS value
FROM mandates
ANTI JOIN organisations ON organisations.organisation_id = mandates.holder_organisation
WHERE mandates.holder_organisation IS NOT NULL
UNION ALL
SELECT 'mandates' AS in_table, 'organisation_id' AS in_column, mandates.organisation_id AS value
FROM mandates
ANTI JOIN organisations ON organisations.organisation_id = mandates.organisation_id
WHERE mandates.organisation_id IS NOT NULL
) AS unregistered
GROUP BY ALL
ORDER BY times DESC, in_table, in_column, value
