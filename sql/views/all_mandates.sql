-- what: mandates with the names of who holds them and where
-- from: mandates, organisations, countries, persons
CREATE OR REPLACE VIEW all_mandates AS
SELECT
    mandates.*,
    bodies.name AS organisation,
    coalesce(countries.name, holders.name, persons.name) AS holder
FROM mandates
LEFT JOIN organisations AS bodies ON bodies.organisation_id = mandates.organisation_id
LEFT JOIN organisations AS holders ON holders.organisation_id = mandates.holder_organisation
LEFT JOIN countries ON countries.country = mandates.holder_country
LEFT JOIN persons ON persons.person_id = mandates.holder_person;
COMMENT ON VIEW all_mandates IS 'Mandates with the names of holder and organisation';
