-- what: every place in a text that names something
-- from: readings of changed documents; persons get their lasting id
INSERT INTO mentions BY NAME
SELECT
    mentions.* EXCLUDE (person) REPLACE (
        CASE WHEN mentions.kind = 'person' THEN map.person_id ELSE mentions.entity_id END AS entity_id
    )
FROM segments.read_mentions AS mentions
SEMI JOIN changed_readings USING (document_id)
LEFT JOIN segments.resolved_person_map AS map USING (document_id, person)
