-- what: acts held by pair of countries, month, kind, level and format, for the network and the matrix
-- from: who_met_whom, events, countries, organisations
-- parameters: since, a DATE or null for all
WITH pairs AS (
    SELECT DISTINCT
        event_id,
        least(country, other_country) AS one,
        greatest(country, other_country) AS two
    FROM who_met_whom
    WHERE country IS NOT NULL AND other_country IS NOT NULL AND country <> other_country
)
SELECT
    pairs.one,
    one_country.name AS one_name,
    pairs.two,
    two_country.name AS two_name,
    coalesce(strftime(events.starts_on, '%Y-%m'), '') AS month,
    events.kind,
    coalesce(events.level, '') AS level,
    coalesce(organisations.name, events.format, '') AS format,
    count(*) AS acts
FROM pairs
INNER JOIN events USING (event_id)
INNER JOIN countries AS one_country ON one_country.country = pairs.one
INNER JOIN countries AS two_country ON two_country.country = pairs.two
LEFT JOIN organisations ON organisations.organisation_id = events.format
WHERE $since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE
GROUP BY ALL
ORDER BY ALL
