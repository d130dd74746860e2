-- what: pairs of participants of talks, visits, calls and signings that took place, one row a pair and event
-- from: events, event_participants, persons
CREATE OR REPLACE VIEW who_met_whom AS
SELECT
    events.event_id,
    events.kind,
    events.date_edtf,
    events.starts_on,
    events.country AS held_in,
    one.person_id AS person_id,
    one_person.name AS person,
    one.country AS country,
    one.organisation_id AS organisation_id,
    two.person_id AS other_person_id,
    two_person.name AS other_person,
    two.country AS other_country,
    two.organisation_id AS other_organisation_id,
    events.documents,
    events.title
FROM events
INNER JOIN event_participants AS one USING (event_id)
INNER JOIN event_participants AS two
    ON
        two.event_id = one.event_id
        AND two.position > one.position
        AND coalesce(two.organisation_id, two.country) IS DISTINCT FROM coalesce(one.organisation_id, one.country)
LEFT JOIN persons AS one_person ON one_person.person_id = one.person_id
LEFT JOIN persons AS two_person ON two_person.person_id = two.person_id
WHERE
    events.status = 'held'
    AND events.kind IN ('meeting', 'consultations', 'visit', 'call', 'signing', 'credentials');
COMMENT ON VIEW who_met_whom IS
'Pairs of participants of talks, visits, calls and signings that took place; one row a pair and event';
