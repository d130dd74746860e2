-- what: acts of two countries or more that the press of one of them alone has told of, the newest first
-- from: events, event_participants, reports, documents, organisations, countries
-- parameters: since, a DATE or null for all; rows, how many
WITH sides AS (
    SELECT event_id, list(DISTINCT country ORDER BY country) AS countries
    FROM event_participants
    WHERE country IS NOT NULL
    GROUP BY event_id
    HAVING count(DISTINCT country) > 1
),
told AS (
    SELECT reports.event_id, list(DISTINCT organisations.country) AS presses, bool_or(organisations.country IS NULL) AS unknown
    FROM reports
    INNER JOIN documents USING (document_id)
    LEFT JOIN organisations ON organisations.organisation_id = documents.outlet
    GROUP BY reports.event_id
    HAVING count(DISTINCT organisations.country) = 1
)
SELECT events.event_id, events.title, events.kind, events.status, events.date_edtf, countries.name AS press
FROM sides
INNER JOIN told USING (event_id)
INNER JOIN events USING (event_id)
INNER JOIN countries ON countries.country = told.presses[1]
WHERE
    NOT told.unknown
    AND list_contains(sides.countries, told.presses[1])
    AND ($since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE)
ORDER BY events.starts_on DESC NULLS LAST, events.event_id
LIMIT $rows
