-- what: all events, the newest month first, for lists
-- from: events
-- parameters: since, a DATE or null for all
SELECT coalesce(strftime(coalesce(starts_on, first_published), '%Y-%m'), 'undated') AS month, event_id, title, kind, status, date_edtf, documents
FROM events
WHERE $since::DATE IS NULL OR coalesce(ends_on, starts_on, first_published) >= $since::DATE
ORDER BY month DESC, starts_on DESC NULLS LAST, event_id
