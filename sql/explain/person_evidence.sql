-- what: every place in which a person is named, with the rule that read it and why it is this person
-- from: person_reports, documents
-- parameters: id
SELECT
    documents.published_on, documents.outlet, documents.language, documents.body,
    people.span_start, people.span_end,
    concat_ws(' ', people.office, people.country, people.organisation_id) AS read_as,
    people.rule, people.merge_reason AS why,
    concat(people.name, '|', max(people.country) OVER (PARTITION BY people.document_id, people.person)) AS known_as
FROM person_reports AS people
INNER JOIN documents USING (document_id)
WHERE people.person_id = $id
ORDER BY documents.published_on, documents.outlet, people.document_id, people.position
