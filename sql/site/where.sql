-- what: acts by place, month, kind, level and format, for the map
-- from: events, places, countries, organisations
-- parameters: since, a DATE or null for all
SELECT
    places.name AS place,
    places.longitude,
    places.latitude,
    events.country,
    countries.name AS country_name,
    coalesce(strftime(events.starts_on, '%Y-%m'), '') AS month,
    events.kind,
    coalesce(events.level, '') AS level,
    coalesce(organisations.name, events.format, '') AS format,
    count(*) AS acts
FROM events
INNER JOIN places USING (place_id)
LEFT JOIN countries ON countries.country = events.country
LEFT JOIN organisations ON organisations.organisation_id = events.format
WHERE
    places.latitude IS NOT NULL
    AND places.longitude IS NOT NULL
    AND ($since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE)
GROUP BY ALL
ORDER BY ALL
