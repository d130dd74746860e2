-- what: events whose sources disagree, the newest first, with the fields and values
-- from: conflicts, events, places, countries, organisations
-- parameters: since, a DATE or null for all; rows, how many
WITH told AS (
    SELECT
        conflicts.event_id,
        conflicts.field,
        list(coalesce(places.name, countries.name, organisations.name, conflicts.value) ORDER BY len(conflicts.documents) DESC, conflicts.value)
            AS said
    FROM conflicts
    LEFT JOIN places ON conflicts.field = 'place_id' AND places.place_id = conflicts.value
    LEFT JOIN countries ON conflicts.field IN ('country', 'host') AND countries.country = conflicts.value
    LEFT JOIN organisations ON conflicts.field IN ('format', 'host') AND organisations.organisation_id = conflicts.value
    GROUP BY ALL
)
SELECT events.event_id, events.title, events.kind, events.date_edtf, list({'field': told.field, 'said': told.said} ORDER BY told.field) AS fields
FROM told
INNER JOIN events USING (event_id)
WHERE $since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE
GROUP BY events.event_id, events.title, events.kind, events.date_edtf, events.first_published
ORDER BY events.first_published DESC NULLS LAST, events.event_id
LIMIT $rows
