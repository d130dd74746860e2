-- what: what sources disagree on in some events: every value and how many documents give it
-- from: conflicts, places, countries, organisations
-- parameters: ids, of the events
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
WHERE conflicts.event_id IN (SELECT unnest($ids::VARCHAR[]))
GROUP BY conflicts.event_id
ORDER BY conflicts.event_id
