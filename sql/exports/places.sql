-- what: places with coordinates at which events are, with how many of which kind, the first and the last
-- from: events, places, countries
-- parameters: since, a DATE or null for all
SELECT
    places.place_id,
    places.name,
    places.country,
    countries.name AS country_name,
    places.latitude,
    places.longitude,
    count(*) AS events,
    min(events.starts_on) AS first_on,
    max(events.ends_on) AS last_on,
    list(DISTINCT events.kind ORDER BY events.kind) AS kinds
FROM events
INNER JOIN places USING (place_id)
LEFT JOIN countries ON countries.country = places.country
WHERE
    places.latitude IS NOT NULL
    AND places.longitude IS NOT NULL
    AND ($since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE)
GROUP BY ALL
ORDER BY places.place_id
