-- what: whom a document speaks for
-- from: readings of live documents
INSERT INTO attributions BY NAME
SELECT *
FROM segments.read_attributions
SEMI JOIN read_documents USING (document_id)
