-- what: the records of live files that did not become documents
-- from: the rejects of raw, parsed and validated
-- why: a file that could not be read has a reject and perhaps no row among the raw files; it counts too
CREATE TEMP TABLE live_rejects AS
WITH every_reject AS (
    SELECT * FROM segments.raw_rejects
    UNION ALL BY NAME
    SELECT * FROM segments.parsed_rejects
    UNION ALL BY NAME
    SELECT * FROM segments.validated_rejects
),
superseded AS (
    SELECT file_id
    FROM segments.raw_files
    ANTI JOIN segments.live_files USING (file_id)
)
SELECT *
FROM every_reject
ANTI JOIN superseded USING (file_id)
QUALIFY row_number() OVER (PARTITION BY file_id, record, stage ORDER BY reason, detail) = 1
