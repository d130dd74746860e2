-- what: documents whose rows are not those that are published
-- from: the states of documents now, and in the file that is updated
CREATE TEMP TABLE changed_documents AS
SELECT document_id
FROM states_of_documents
ANTI JOIN publication.document_states USING (document_id, state)
