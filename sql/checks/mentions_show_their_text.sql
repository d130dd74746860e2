-- severity: error
-- what: mentions whose text is not what stands at their span
-- why: whoever follows a span into the body must find the words that the row was made from;
-- the rows that an update leaves as they are passed it when they were written
WITH bodies AS (
    SELECT document_id, body
    FROM documents
    SEMI JOIN changed_documents USING (document_id)
)
SELECT
    document_id,
    span_start,
    span_end,
    text,
    substr(body, span_start + 1, span_end - span_start) AS body_text
FROM mentions
INNER JOIN bodies USING (document_id)
WHERE text <> substr(body, span_start + 1, span_end - span_start)
