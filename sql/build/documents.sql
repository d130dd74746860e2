-- what: every valid document of a live file; repeats stay, and say what they repeat
-- from: changed valid documents, what they repeat, and the language they were read in
INSERT INTO documents BY NAME
WITH readings AS (
    SELECT document_id, any_value(language) AS language
    FROM segments.read_readings
    GROUP BY document_id
)
SELECT
    valid.* REPLACE (coalesce(readings.language, valid.language, 'und') AS language),
    live.same_as,
    live.similarity
FROM segments.validated_documents AS valid
INNER JOIN live_documents AS live USING (document_id)
SEMI JOIN changed_documents USING (document_id)
LEFT JOIN readings USING (document_id)
