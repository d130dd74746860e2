-- what: offices of persons, with the names of what they are offices of
-- from: roles, organisations, countries
SELECT
    roles.person_id,
    roles.office,
    roles.country,
    countries.name AS country_name,
    roles.organisation_id,
    organisations.name AS organisation,
    min(roles.first_seen) AS first_seen,
    max(roles.last_seen) AS last_seen
FROM roles
LEFT JOIN countries ON countries.country = roles.country
LEFT JOIN organisations USING (organisation_id)
GROUP BY ALL
ORDER BY roles.person_id, roles.office, roles.country, roles.organisation_id
