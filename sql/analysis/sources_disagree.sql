-- what: events on which two sources disagree: each field, each value, and the outlets that give it
-- from: conflicts, events, documents
-- parameters: none
SELECT
    events.event_id,
    events.title,
    conflicts.field,
    conflicts.value,
    count(*) AS documents,
    string_agg(DISTINCT documents.outlet, ', ' ORDER BY documents.outlet) AS outlets
FROM conflicts
INNER JOIN events USING (event_id)
CROSS JOIN unnest(conflicts.documents) AS said (document_id)
INNER JOIN documents ON documents.document_id = said.document_id
GROUP BY events.event_id, events.title, conflicts.field, conflicts.value
ORDER BY events.event_id, conflicts.field, documents DESC, conflicts.value
