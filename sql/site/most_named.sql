-- what: persons by the events that they take part in
-- from: event_participants, persons, countries
-- parameters: rows, how many
SELECT persons.person_id, persons.name, countries.name AS country_name, count(DISTINCT participants.event_id) AS events
FROM event_participants AS participants
INNER JOIN persons USING (person_id)
LEFT JOIN countries ON countries.country = persons.country
GROUP BY ALL
ORDER BY events DESC, persons.person_id
LIMIT $rows
