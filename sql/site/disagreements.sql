-- what: what sources disagree on in a run of events: every value and how many documents give it
-- from: conflicts, places, countries, organisations
-- parameters: after and until, event ids or what they begin with
SELECT
    conflicts.event_id,
    list(
        {
            'field': conflicts.field,
            'value': coalesce(places.name, countries.name, organisations.name, conflicts.value),
            'documents': conflicts.documents
        }
        ORDER BY conflicts.field, len(conflicts.documents) DESC, conflicts.value
    ) AS disagreements
FROM conflicts
LEFT JOIN places ON conflicts.field = 'place_id' AND places.place_id = conflicts.value
LEFT JOIN countries ON conflicts.field IN ('country', 'host') AND countries.country = conflicts.value
LEFT JOIN organisations ON conflicts.field IN ('format', 'host') AND organisations.organisation_id = conflicts.value
WHERE conflicts.event_id > $after AND conflicts.event_id <= $until
GROUP BY conflicts.event_id
ORDER BY conflicts.event_id
