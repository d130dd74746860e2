-- severity: error
-- what: ids that point at nothing
-- why: a join over them would drop rows without a word
SELECT 'documents' AS in_table, 'file_id' AS in_column, documents.file_id AS value
FROM documents
ANTI JOIN files ON files.file_id = documents.file_id
WHERE documents.file_id IS NOT NULL
UNION ALL
SELECT 'documents' AS in_table, 'same_as' AS in_column, documents.same_as AS value
FROM documents
ANTI JOIN documents AS other ON other.document_id = documents.same_as
WHERE documents.same_as IS NOT NULL
UNION ALL
SELECT 'attributions' AS in_table, 'document_id' AS in_column, attributions.document_id AS value
FROM attributions
ANTI JOIN documents ON documents.document_id = attributions.document_id
WHERE attributions.document_id IS NOT NULL
UNION ALL
SELECT 'mentions' AS in_table, 'document_id' AS in_column, mentions.document_id AS value
FROM mentions
ANTI JOIN documents ON documents.document_id = mentions.document_id
WHERE mentions.document_id IS NOT NULL
UNION ALL
SELECT 'quotes' AS in_table, 'document_id' AS in_column, quotes.document_id AS value
FROM quotes
ANTI JOIN documents ON documents.document_id = quotes.document_id
WHERE quotes.document_id IS NOT NULL
UNION ALL
SELECT 'quotes' AS in_table, 'person_id' AS in_column, quotes.person_id AS value
FROM quotes
ANTI JOIN persons ON persons.person_id = quotes.person_id
WHERE quotes.person_id IS NOT NULL
UNION ALL
SELECT 'person_names' AS in_table, 'person_id' AS in_column, person_names.person_id AS value
FROM person_names
ANTI JOIN persons ON persons.person_id = person_names.person_id
WHERE person_names.person_id IS NOT NULL
UNION ALL
SELECT 'person_reports' AS in_table, 'document_id' AS in_column, person_reports.document_id AS value
FROM person_reports
ANTI JOIN documents ON documents.document_id = person_reports.document_id
WHERE person_reports.document_id IS NOT NULL
UNION ALL
SELECT 'person_reports' AS in_table, 'person_id' AS in_column, person_reports.person_id AS value
FROM person_reports
ANTI JOIN persons ON persons.person_id = person_reports.person_id
WHERE person_reports.person_id IS NOT NULL
UNION ALL
SELECT 'roles' AS in_table, 'person_id' AS in_column, roles.person_id AS value
FROM roles
ANTI JOIN persons ON persons.person_id = roles.person_id
WHERE roles.person_id IS NOT NULL
UNION ALL
SELECT 'organisation_names' AS in_table, 'organisation_id' AS in_column, organisation_names.organisation_id AS value
FROM organisation_names
ANTI JOIN organisations ON organisations.organisation_id = organisation_names.organisation_id
WHERE organisation_names.organisation_id IS NOT NULL
UNION ALL
SELECT 'reports' AS in_table, 'document_id' AS in_column, reports.document_id AS value
FROM reports
ANTI JOIN documents ON documents.document_id = reports.document_id
WHERE reports.document_id IS NOT NULL
UNION ALL
SELECT 'reports' AS in_table, 'event_id' AS in_column, reports.event_id AS value
FROM reports
ANTI JOIN events ON events.event_id = reports.event_id
WHERE reports.event_id IS NOT NULL
UNION ALL
SELECT 'reports' AS in_table, 'place_id' AS in_column, reports.place_id AS value
FROM reports
ANTI JOIN places ON places.place_id = reports.place_id
WHERE reports.place_id IS NOT NULL
UNION ALL
SELECT 'report_participants' AS in_table, 'report_id' AS in_column, report_participants.report_id AS value
FROM report_participants
ANTI JOIN reports ON reports.report_id = report_participants.report_id
WHERE report_participants.report_id IS NOT NULL
UNION ALL
SELECT 'report_participants' AS in_table, 'person_id' AS in_column, report_participants.person_id AS value
FROM report_participants
ANTI JOIN persons ON persons.person_id = report_participants.person_id
WHERE report_participants.person_id IS NOT NULL
UNION ALL
SELECT 'report_topics' AS in_table, 'report_id' AS in_column, report_topics.report_id AS value
FROM report_topics
ANTI JOIN reports ON reports.report_id = report_topics.report_id
WHERE report_topics.report_id IS NOT NULL
UNION ALL
SELECT 'events' AS in_table, 'place_id' AS in_column, events.place_id AS value
FROM events
ANTI JOIN places ON places.place_id = events.place_id
WHERE events.place_id IS NOT NULL
UNION ALL
SELECT 'event_participants' AS in_table, 'event_id' AS in_column, event_participants.event_id AS value
FROM event_participants
ANTI JOIN events ON events.event_id = event_participants.event_id
WHERE event_participants.event_id IS NOT NULL
UNION ALL
SELECT 'event_participants' AS in_table, 'person_id' AS in_column, event_participants.person_id AS value
FROM event_participants
ANTI JOIN persons ON persons.person_id = event_participants.person_id
WHERE event_participants.person_id IS NOT NULL
UNION ALL
SELECT 'event_topics' AS in_table, 'event_id' AS in_column, event_topics.event_id AS value
FROM event_topics
ANTI JOIN events ON events.event_id = event_topics.event_id
WHERE event_topics.event_id IS NOT NULL
UNION ALL
SELECT 'conflicts' AS in_table, 'event_id' AS in_column, conflicts.event_id AS value
FROM conflicts
ANTI JOIN events ON events.event_id = conflicts.event_id
WHERE conflicts.event_id IS NOT NULL
UNION ALL
SELECT 'event_log' AS in_table, 'event_id' AS in_column, event_log.event_id AS value
FROM event_log
ANTI JOIN events ON events.event_id = event_log.event_id
WHERE event_log.event_id IS NOT NULL
UNION ALL
SELECT 'event_log' AS in_table, 'document_id' AS in_column, event_log.document_id AS value
FROM event_log
ANTI JOIN documents ON documents.document_id = event_log.document_id
WHERE event_log.document_id IS NOT NULL
UNION ALL
SELECT 'mandates' AS in_table, 'holder_person' AS in_column, mandates.holder_person AS value
FROM mandates
ANTI JOIN persons ON persons.person_id = mandates.holder_person
WHERE mandates.holder_person IS NOT NULL
UNION ALL
SELECT 'mandate_reports' AS in_table, 'mandate_id' AS in_column, mandate_reports.mandate_id AS value
FROM mandate_reports
ANTI JOIN mandates ON mandates.mandate_id = mandate_reports.mandate_id
WHERE mandate_reports.mandate_id IS NOT NULL
UNION ALL
SELECT 'mandate_reports' AS in_table, 'document_id' AS in_column, mandate_reports.document_id AS value
FROM mandate_reports
ANTI JOIN documents ON documents.document_id = mandate_reports.document_id
WHERE mandate_reports.document_id IS NOT NULL
