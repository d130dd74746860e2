-- what: the documents whose readings are published
-- from: live documents without exact repeats
CREATE TEMP TABLE read_documents AS
SELECT document_id
FROM live_documents
WHERE NOT exact
