-- what: the acts held last, newest first
-- from: events
-- parameters: since, a DATE or null for all; day, the present; rows, how many
SELECT event_id, title, kind, status, date_edtf, documents, languages
FROM events
WHERE
    status = 'held'
    AND starts_on <= $day::DATE
    AND ($since::DATE IS NULL OR coalesce(ends_on, starts_on, first_published) >= $since::DATE)
ORDER BY starts_on DESC, documents DESC, event_id
LIMIT $rows
