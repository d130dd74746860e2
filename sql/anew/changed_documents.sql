-- what: in a new file every live document is to be written
-- from: the states of documents
CREATE TEMP TABLE changed_documents AS
SELECT document_id FROM states_of_documents
