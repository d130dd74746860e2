-- what: keeps in the file what the next publication must know to update it
-- from: the states of documents, events and files as far as they have changed
DELETE FROM publication.document_states WHERE document_id IN (FROM stale_documents);
INSERT INTO publication.document_states
SELECT document_id, state FROM states_of_documents SEMI JOIN changed_documents USING (document_id);
DELETE FROM publication.event_states WHERE event_id IN (FROM stale_events);
INSERT INTO publication.event_states
SELECT event_id, state FROM states_of_events SEMI JOIN changed_events USING (event_id);
DELETE FROM publication.file_states WHERE file_id IN (FROM stale_files);
INSERT INTO publication.file_states
SELECT file_id, state FROM states_of_files SEMI JOIN changed_files USING (file_id);
