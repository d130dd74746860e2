-- what: every spelling that a person, country or organisation can be found by
-- from: person_names, persons, countries, organisation_names, organisations, event_participants, events, mandates, roles
SELECT person_names.name AS spelling, persons.name, persons.person_id AS id, 'person' AS what
FROM person_names
INNER JOIN persons USING (person_id)
UNION
SELECT name AS spelling, name, person_id AS id, 'person' AS what FROM persons
UNION
SELECT name AS spelling, name, country AS id, 'country' AS what FROM countries
UNION
SELECT names.name AS spelling, organisations.name, organisations.organisation_id AS id, 'organisation' AS what
FROM organisations
INNER JOIN organisation_names AS names USING (organisation_id)
WHERE organisations.organisation_id IN (
    SELECT organisation_id FROM event_participants
    UNION
    SELECT format FROM events
    UNION
    SELECT host FROM events
    UNION
    SELECT organisation_id FROM mandates
    UNION
    SELECT holder_organisation FROM mandates
    UNION
    SELECT organisation_id FROM roles
)
ORDER BY spelling, id
