-- what: the persons to whom documents give an office of a country, the latest first
-- from: roles, persons
-- parameters: office, a code; country, ISO 3166-1 alpha-2
SELECT persons.name, roles.office, roles.country, roles.organisation_id, roles.first_seen, roles.last_seen, roles.documents
FROM roles
INNER JOIN persons USING (person_id)
WHERE roles.office = $office AND roles.country = $country
ORDER BY roles.last_seen DESC NULLS LAST, roles.documents DESC, persons.name
