-- what: how much each outlet brings: documents, originals, languages, events, and events that it alone has
-- from: documents, reports
-- parameters: none
WITH told AS (
    SELECT DISTINCT reports.event_id, documents.outlet
    FROM reports
    INNER JOIN documents USING (document_id)
),
tellers AS (
    SELECT event_id, count(*) AS outlets
    FROM told
    GROUP BY event_id
),
events_of AS (
    SELECT told.outlet, count(*) AS events, count(*) FILTER (tellers.outlets = 1) AS alone
    FROM told
    INNER JOIN tellers USING (event_id)
    GROUP BY told.outlet
)
SELECT
    documents.outlet,
    count(*) AS documents,
    count(*) FILTER (documents.same_as IS NULL) AS originals,
    string_agg(DISTINCT documents.language, ' ' ORDER BY documents.language) AS languages,
    min(documents.published_on) AS earliest,
    max(documents.published_on) AS latest,
    coalesce(any_value(events_of.events), 0) AS events,
    coalesce(any_value(events_of.alone), 0) AS events_alone
FROM documents
LEFT JOIN events_of ON events_of.outlet IS NOT DISTINCT FROM documents.outlet
GROUP BY documents.outlet
ORDER BY count(*) DESC, documents.outlet
