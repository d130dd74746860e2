-- what: every raw file in its newest version, with its records accounted for
-- from: live raw files, what parsing counted, and the documents and rejects that are published
-- why: a file that could not be opened counts as one record, its reject
CREATE TEMP TABLE present_files AS
WITH first_seen AS (
    SELECT file_id, min(first_seen_at) AS first_seen_at
    FROM segments.raw_files
    GROUP BY file_id
),
documents_of AS (
    SELECT file_id, count(*) AS documents
    FROM live_documents
    GROUP BY file_id
),
rejects_of AS (
    SELECT file_id, count(*) AS rejects, count(*) FILTER (stage = 'raw') AS unread
    FROM live_rejects
    GROUP BY file_id
)
SELECT
    live.file_id,
    live.path,
    live.bytes,
    coalesce(parsed.media_type, live.media_type) AS media_type,
    parsed.encoding,
    live.intake,
    first_seen.first_seen_at,
    coalesce(parsed.records, 0) + coalesce(rejects_of.unread, 0) AS records,
    coalesce(documents_of.documents, 0) AS documents,
    coalesce(rejects_of.rejects, 0) AS rejects
FROM segments.live_files AS live
INNER JOIN first_seen USING (file_id)
LEFT JOIN segments.parsed_files AS parsed USING (file_id)
LEFT JOIN documents_of USING (file_id)
LEFT JOIN rejects_of USING (file_id)
