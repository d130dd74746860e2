-- what: who says what
-- from: readings of changed documents; speakers get their lasting id
INSERT INTO quotes BY NAME
SELECT
    quotes.* EXCLUDE (person),
    map.person_id
FROM segments.read_quotes AS quotes
SEMI JOIN changed_readings USING (document_id)
LEFT JOIN segments.resolved_person_map AS map USING (document_id, person)
