-- what: organisations that the record speaks of, with all their names; outlets and register rows nobody names are left out
-- from: organisations, organisation_names, event_participants, events, mandates, roles
WITH named AS (
    SELECT organisation_id FROM event_participants
    UNION
    SELECT format FROM events
    UNION
    SELECT host FROM events
    UNION
    SELECT organisation_id FROM mandates
    UNION
    SELECT holder_organisation FROM mandates
    UNION
    SELECT organisation_id FROM roles
)
SELECT
    organisations.organisation_id,
    organisations.name,
    organisations.kind,
    organisations.country,
    coalesce(
        list(DISTINCT organisation_names.name ORDER BY organisation_names.name) FILTER (WHERE organisation_names.name IS NOT NULL), []
    ) AS names
FROM organisations
SEMI JOIN named USING (organisation_id)
LEFT JOIN organisation_names USING (organisation_id)
GROUP BY ALL
ORDER BY organisations.organisation_id
