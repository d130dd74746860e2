-- severity: warn
-- what: events whose number of documents is smaller than that of the documents with reports of them
-- why: analysts weigh events by it
WITH told AS (
    SELECT reports.event_id, documents.document_id
    FROM reports
    INNER JOIN documents ON documents.document_id = reports.document_id
),
counted AS (
    SELECT event_id, count(DISTINCT document_id) AS documents
    FROM told
    GROUP BY event_id
)
SELECT events.event_id, events.documents AS stated, counted.documents AS counted
FROM events
INNER JOIN counted USING (event_id)
WHERE events.documents < counted.documents
