-- what: what is announced and still ahead, the nearest first; what is known to a season or a year alone counts by its last day
-- from: planned
-- parameters: rows, how many; day, the present
SELECT
    event_id,
    title,
    kind,
    status,
    date_edtf,
    CASE WHEN starts_on IS NOT NULL AND ends_on - starts_on < 27 THEN greatest(starts_on, $day::DATE) END AS begins_on,
    ends_on,
    documents
FROM planned
ORDER BY coalesce(begins_on, ends_on) NULLS LAST, event_id
LIMIT $rows
