-- what: countries by the events that they take part in
-- from: event_participants, events, countries
-- parameters: since, a DATE or null for all
SELECT countries.country, countries.name, count(DISTINCT events.event_id) AS events
FROM event_participants AS participants
INNER JOIN events USING (event_id)
INNER JOIN countries ON countries.country = participants.country
WHERE $since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE
GROUP BY ALL
ORDER BY events DESC, countries.country
