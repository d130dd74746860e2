-- what: the documents that stand in the warehouse, with what each of them repeats
-- from: valid documents of live files; documents of superseded files are left out here, and so everywhere
-- why: `exact` marks a repeat with the same body; its original's rows stand for it
CREATE TEMP TABLE live_documents AS
WITH live AS (
    SELECT document_id, file_id, body_sha256
    FROM segments.validated_documents
    SEMI JOIN segments.live_files USING (file_id)
    LEFT JOIN segments.validated_fingerprints USING (document_id)
)
SELECT
    live.document_id,
    live.file_id,
    live.body_sha256,
    original.document_id AS same_as,
    CASE WHEN original.document_id IS NOT NULL THEN duplicates.similarity END AS similarity,
    coalesce(original.body_sha256 = live.body_sha256, false) AS exact
FROM live
LEFT JOIN segments.duplicates AS duplicates USING (document_id)
LEFT JOIN live AS original ON original.document_id = duplicates.same_as
