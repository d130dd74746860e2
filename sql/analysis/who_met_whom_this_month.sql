-- what: who met, visited or called whom in one month
-- from: the view who_met_whom, documents
-- parameters: month, any DATE in the month; null for the month of the newest document
WITH asked AS (
    SELECT date_trunc('month', coalesce($month::DATE, (SELECT max(published_on) FROM documents)))::DATE AS first_day
)
SELECT
    met.starts_on,
    met.kind,
    coalesce(met.person, met.organisation_id, met.country) AS one,
    met.country,
    coalesce(met.other_person, met.other_organisation_id, met.other_country) AS other,
    met.other_country,
    met.held_in,
    met.documents,
    met.event_id
FROM who_met_whom AS met
CROSS JOIN asked
WHERE met.starts_on >= asked.first_day AND met.starts_on < asked.first_day + INTERVAL 1 MONTH
ORDER BY met.starts_on, met.event_id, one, other
