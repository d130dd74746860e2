-- what: the month of each document, by its publication; with a bound, also those that tell of an event since then
-- from: documents, reports, events
-- parameters: since, a DATE or null for all
SELECT
    document_id,
    coalesce(strftime(published_on, '%Y-%m'), 'undated') AS month
FROM documents
WHERE
    $since::DATE IS NULL
    OR published_on >= $since::DATE
    OR document_id IN (
        SELECT reports.document_id
        FROM reports
        INNER JOIN events USING (event_id)
        WHERE coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE
    )
