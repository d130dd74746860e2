-- severity: error
-- what: participants that are neither a person nor a country nor an organisation
-- why: such a row says nothing
SELECT 'report_participants' AS in_table, report_id AS id, position
FROM report_participants
WHERE person_id IS NULL AND country IS NULL AND organisation_id IS NULL
UNION ALL
SELECT 'event_participants' AS in_table, event_id AS id, position
FROM event_participants
WHERE person_id IS NULL AND country IS NULL AND organisation_id IS NULL
