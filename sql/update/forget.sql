-- what: takes away the rows of documents, events and files that have changed or gone
-- from: their states now, and in the file that is updated
CREATE TEMP TABLE stale_documents AS
SELECT document_id
FROM publication.document_states
ANTI JOIN states_of_documents USING (document_id, state);
DELETE FROM report_topics
WHERE report_id IN (SELECT report_id FROM reports SEMI JOIN stale_documents USING (document_id));
DELETE FROM report_participants
WHERE report_id IN (SELECT report_id FROM reports SEMI JOIN stale_documents USING (document_id));
DELETE FROM reports WHERE document_id IN (FROM stale_documents);
DELETE FROM person_reports WHERE document_id IN (FROM stale_documents);
DELETE FROM quotes WHERE document_id IN (FROM stale_documents);
DELETE FROM mentions WHERE document_id IN (FROM stale_documents);
DELETE FROM attributions WHERE document_id IN (FROM stale_documents);
DELETE FROM documents WHERE document_id IN (FROM stale_documents);
CREATE TEMP TABLE stale_events AS
SELECT event_id
FROM publication.event_states
ANTI JOIN states_of_events USING (event_id, state);
DELETE FROM conflicts WHERE event_id IN (FROM stale_events);
DELETE FROM event_log WHERE event_id IN (FROM stale_events);
DELETE FROM event_topics WHERE event_id IN (FROM stale_events);
DELETE FROM event_participants WHERE event_id IN (FROM stale_events);
DELETE FROM events WHERE event_id IN (FROM stale_events);
CREATE TEMP TABLE stale_files AS
SELECT file_id
FROM publication.file_states
ANTI JOIN states_of_files USING (file_id, state);
DELETE FROM files WHERE file_id IN (FROM stale_files);
