-- what: takes away the rows of documents that have changed or gone
-- from: the states of documents now, and in the file that is updated
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
