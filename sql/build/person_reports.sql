-- what: every document's account of every person, with the reason why it is that person
-- from: readings of changed documents and the map of persons
INSERT INTO person_reports BY NAME
SELECT
    people.*,
    row_number() OVER (
        PARTITION BY people.document_id, people.person
        ORDER BY people.span_start, people.span_end, people.office, people.country, people.organisation_id
    ) - 1 AS position,
    map.person_id,
    map.reason AS merge_reason,
    map.score AS merge_score
FROM segments.read_people AS people
SEMI JOIN changed_readings USING (document_id)
INNER JOIN segments.resolved_person_map AS map USING (document_id, person)
