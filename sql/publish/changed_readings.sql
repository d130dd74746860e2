-- what: the changed documents whose readings are published
-- from: documents with readings, less those that stay as they are
CREATE TEMP TABLE changed_readings AS
SELECT document_id
FROM read_documents
SEMI JOIN changed_documents USING (document_id)
