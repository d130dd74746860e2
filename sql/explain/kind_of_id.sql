-- what: which kind of thing an id is
-- from: persons, events, reports, documents
-- parameters: id
SELECT 'person' AS kind, person_id AS id FROM persons WHERE person_id = $id
UNION ALL
SELECT 'event', event_id FROM events WHERE event_id = $id
UNION ALL
SELECT 'report', report_id FROM reports WHERE report_id = $id
UNION ALL
SELECT 'document', document_id FROM documents WHERE document_id = $id
