-- what: what is announced and still ahead, the nearest first
-- from: planned
-- parameters: rows, how many; day, the present
SELECT
    event_id,
    title,
    kind,
    status,
    date_edtf,
    CASE WHEN starts_on IS NOT NULL THEN greatest(starts_on, $day::DATE) END AS begins_on,
    ends_on,
    documents
FROM planned
ORDER BY begins_on NULLS LAST, event_id
LIMIT $rows
