-- what: what two countries talk about, by topic, with the first and last time
-- from: events, event_participants, event_topics
-- parameters: country and other_country, ISO 3166-1 alpha-2
WITH common AS (
    SELECT event_id
    FROM event_participants
    WHERE country IN ($country, $other_country)
    GROUP BY event_id
    HAVING count(DISTINCT country) = 2
)
SELECT topics.topic, count(*) AS events, min(events.starts_on) AS first_time, max(events.starts_on) AS last_time
FROM common
INNER JOIN events USING (event_id)
INNER JOIN event_topics AS topics USING (event_id)
GROUP BY topics.topic
ORDER BY count(*) DESC, topics.topic
