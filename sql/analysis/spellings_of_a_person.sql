-- what: every spelling of one person's name, by language and script, the commonest first
-- from: person_names, persons
-- parameters: name, any spelling of it, whatever its case
WITH wanted AS (
    SELECT person_id
    FROM persons
    WHERE lower(name) = lower($name)
    UNION
    SELECT person_id
    FROM person_names
    WHERE lower(name) = lower($name)
)
SELECT persons.name AS usual, spellings.name AS spelling, spellings.language, spellings.script, spellings.documents
FROM wanted
INNER JOIN persons USING (person_id)
INNER JOIN person_names AS spellings USING (person_id)
ORDER BY usual, spellings.documents DESC, spelling
