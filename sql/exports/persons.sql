-- what: persons with all their spellings
-- from: persons, person_names
SELECT
    persons.person_id,
    persons.name,
    persons.country,
    coalesce(list(DISTINCT person_names.name ORDER BY person_names.name) FILTER (WHERE person_names.name IS NOT NULL), []) AS spellings
FROM persons
LEFT JOIN person_names USING (person_id)
GROUP BY ALL
ORDER BY persons.person_id
