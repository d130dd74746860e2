-- what: documents that tell of events, in the order of their ids
-- from: documents, reports, events, organisations
-- parameters: since, a DATE or null for all; after, a document id or ''; rows, how many at most
SELECT
    documents.document_id,
    documents.url,
    documents.language,
    documents.title,
    documents.published_on,
    coalesce(organisations.name, documents.outlet) AS publisher,
    list(DISTINCT reports.event_id ORDER BY reports.event_id) AS events
FROM documents
INNER JOIN reports USING (document_id)
INNER JOIN events USING (event_id)
LEFT JOIN organisations ON organisations.organisation_id = documents.outlet
WHERE
    documents.document_id > $after
    AND ($since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE)
GROUP BY ALL
ORDER BY documents.document_id
LIMIT $rows
