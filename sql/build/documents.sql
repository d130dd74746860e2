-- what: every valid document of a live file; repeats stay, and say what they repeat
-- from: valid documents, what they repeat, and the language they were read in
INSERT INTO documents BY NAME
SELECT
    valid.* REPLACE (coalesce(readings.language, valid.language, 'und') AS language),
    live.same_as,
    live.similarity
FROM segments.validated_documents AS valid
INNER JOIN live_documents AS live USING (document_id)
LEFT JOIN segments.read_readings AS readings USING (document_id)
