-- severity: error
-- what: roles that stand twice
-- why: country and organisation of a role may be null, so that no primary key can guard it
SELECT person_id, office, country, organisation_id, count(*) AS times
FROM roles
GROUP BY ALL
HAVING count(*) > 1
