-- what: what one person is quoted with, in the words of the documents, the newest first
-- from: quotes, persons, documents
-- parameters: name, the usual English spelling of the name, whatever its case
SELECT
    persons.name,
    documents.published_on,
    documents.outlet,
    documents.language,
    quotes.direct,
    substr(documents.body, quotes.span_start + 1, quotes.span_end - quotes.span_start) AS words,
    documents.document_id
FROM quotes
INNER JOIN persons USING (person_id)
INNER JOIN documents USING (document_id)
WHERE lower(persons.name) = lower($name)
ORDER BY documents.published_on DESC NULLS LAST, documents.document_id, quotes.span_start
