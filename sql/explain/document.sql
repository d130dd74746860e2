-- what: a document: where it stands and what it is
-- from: documents, files
-- parameters: id
SELECT title, documents.language, outlet, published_edtf AS published, words, url, path, record, same_as, similarity
FROM documents
INNER JOIN files USING (file_id)
WHERE document_id = $id
