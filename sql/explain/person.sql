-- what: a person: name, country, every spelling, offices held
-- from: persons, person_names, roles
-- parameters: id
SELECT
    name, country,
    (SELECT string_agg(names.name, ', ' ORDER BY names.documents DESC, names.name) FROM person_names AS names WHERE names.person_id = $id)
        AS spellings,
    (
        SELECT string_agg(concat_ws(' ', roles.office, roles.country, roles.organisation_id), '; ' ORDER BY roles.last_seen DESC, roles.office)
        FROM roles
        WHERE roles.person_id = $id
    ) AS offices
FROM persons
WHERE person_id = $id
