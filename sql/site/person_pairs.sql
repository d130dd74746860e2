-- what: acts held by pair of persons, month, kind, level and format, of those persons who met most, for their network
-- from: who_met_whom, events, persons, countries, organisations
-- parameters: since, a DATE or null for all; rows, how many persons
WITH met AS (
    SELECT DISTINCT
        event_id,
        least(person_id, other_person_id) AS one,
        greatest(person_id, other_person_id) AS two
    FROM who_met_whom
    INNER JOIN events USING (event_id)
    WHERE
        person_id IS NOT NULL
        AND other_person_id IS NOT NULL
        AND person_id <> other_person_id
        AND ($since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE)
),
busiest AS (
    SELECT ends.person_id, persons.name, coalesce(countries.name, '') AS country
    FROM (SELECT one AS person_id FROM met UNION ALL SELECT two FROM met) AS ends
    INNER JOIN persons USING (person_id)
    LEFT JOIN countries USING (country)
    GROUP BY ALL
    ORDER BY count(*) DESC, ends.person_id
    LIMIT $rows
)
SELECT
    met.one,
    one.name AS one_name,
    one.country AS one_country,
    met.two,
    two.name AS two_name,
    two.country AS two_country,
    coalesce(strftime(events.starts_on, '%Y-%m'), '') AS month,
    events.kind,
    coalesce(events.level, '') AS level,
    coalesce(organisations.name, events.format, '') AS format,
    count(*) AS acts
FROM met
INNER JOIN events USING (event_id)
INNER JOIN busiest AS one ON one.person_id = met.one
INNER JOIN busiest AS two ON two.person_id = met.two
LEFT JOIN organisations ON organisations.organisation_id = events.format
GROUP BY ALL
ORDER BY ALL
