-- what: acts put off, moved or called off, the last change first; fresh is what came with the files that were found last
-- from: event_log, events, documents, files
-- parameters: since, a DATE or null for all; rows, how many
WITH latest AS (
    SELECT file_id
    FROM files
    WHERE
        first_seen_at = (SELECT max(first_seen_at) FROM files)
        AND first_seen_at > (SELECT min(first_seen_at) FROM files)
),
steps AS (
    SELECT
        event_id,
        document_id,
        seen_on,
        status,
        date_edtf,
        lag(status) OVER known AS status_before,
        lag(date_edtf) OVER known AS date_before
    FROM event_log
    WINDOW known AS (PARTITION BY event_id ORDER BY seen_on)
)
SELECT
    events.event_id,
    events.title,
    events.kind,
    steps.seen_on,
    steps.status_before,
    steps.status,
    steps.date_before,
    steps.date_edtf,
    latest.file_id IS NOT NULL AS fresh
FROM steps
INNER JOIN events USING (event_id)
LEFT JOIN documents ON documents.document_id = steps.document_id
LEFT JOIN latest ON latest.file_id = documents.file_id
WHERE
    (
        steps.status = 'cancelled' AND steps.status_before IS DISTINCT FROM 'cancelled'
        OR steps.status_before = 'planned' AND steps.status = 'planned' AND steps.date_edtf IS DISTINCT FROM steps.date_before
    )
    AND ($since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE)
ORDER BY fresh DESC, steps.seen_on DESC, events.event_id
LIMIT $rows
