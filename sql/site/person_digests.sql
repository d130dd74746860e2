-- what: the id of every person with a digest of all the rows that its page is made from; DuckDB's hashes, so of one version of it
-- from: persons, person_names, roles, mandates, event_participants, events, countries, organisations
-- parameters: since, a DATE or null for all
WITH company AS (
    SELECT participants.event_id, sum(hash(participants, persons.name)::HUGEINT) AS digest
    FROM event_participants AS participants
    INNER JOIN persons USING (person_id)
    GROUP BY participants.event_id
),
acts AS (
    SELECT events.event_id, hash(events, company.digest) AS digest
    FROM events
    INNER JOIN company USING (event_id)
    WHERE $since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE
),
parts AS (
    SELECT participants.person_id, sum(acts.digest::HUGEINT) AS digest
    FROM event_participants AS participants
    INNER JOIN acts USING (event_id)
    WHERE participants.person_id IS NOT NULL
    GROUP BY participants.person_id
),
spelled AS (
    SELECT person_id, sum(hash(person_names)::HUGEINT) AS digest
    FROM person_names
    GROUP BY person_id
),
held AS (
    SELECT roles.person_id, sum(hash(roles, countries.name, organisations.name)::HUGEINT) AS digest
    FROM roles
    LEFT JOIN countries ON countries.country = roles.country
    LEFT JOIN organisations USING (organisation_id)
    GROUP BY roles.person_id
),
mandated AS (
    SELECT holder_person AS person_id, sum(hash(all_mandates)::HUGEINT) AS digest
    FROM all_mandates
    WHERE holder_person IS NOT NULL
    GROUP BY holder_person
)
SELECT
    persons.person_id AS id,
    hash(persons, countries.name, parts.digest, spelled.digest, held.digest, mandated.digest) AS digest
FROM persons
LEFT JOIN countries USING (country)
LEFT JOIN parts ON parts.person_id = persons.person_id
LEFT JOIN spelled ON spelled.person_id = persons.person_id
LEFT JOIN held ON held.person_id = persons.person_id
LEFT JOIN mandated ON mandated.person_id = persons.person_id
ORDER BY persons.person_id
