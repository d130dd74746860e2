-- severity: warn
-- what: documents that nobody has read, by language
-- why: a document in a language without a pack is kept unread; its number says what a pack would be worth
SELECT documents.language, count(*) AS documents
FROM documents
SEMI JOIN read_documents USING (document_id)
ANTI JOIN segments.read_readings USING (document_id)
GROUP BY documents.language
