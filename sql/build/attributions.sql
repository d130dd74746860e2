-- what: whom a document speaks for
-- from: readings of changed documents
INSERT INTO attributions BY NAME
SELECT *
FROM segments.read_attributions
SEMI JOIN changed_readings USING (document_id)
