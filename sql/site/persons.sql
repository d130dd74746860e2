-- what: some persons, each with spellings, offices, events and those met most
-- from: persons, person_names, roles, all_mandates, event_participants, events, countries, organisations
-- parameters: since, a DATE or null for all; ids, of the persons; most, how many events of one person
WITH chosen AS (
    SELECT *
    FROM persons
    WHERE person_id IN (SELECT unnest($ids::VARCHAR[]))
),
spelled AS (
    SELECT
        person_names.person_id,
        list(
            {
                'name': person_names.name,
                'language': person_names.language,
                'script': person_names.script,
                'documents': person_names.documents
            }
            ORDER BY person_names.documents DESC, person_names.name
        ) AS names
    FROM person_names
    SEMI JOIN chosen USING (person_id)
    GROUP BY person_names.person_id
),
held AS (
    SELECT
        roles.person_id,
        list(
            {
                'office': roles.office,
                'country': roles.country,
                'country_name': countries.name,
                'organisation_id': roles.organisation_id,
                'organisation': organisations.name,
                'first_seen': roles.first_seen,
                'last_seen': roles.last_seen,
                'documents': roles.documents
            }
            ORDER BY roles.first_seen NULLS LAST, roles.office, roles.country, roles.organisation_id
        ) AS offices
    FROM roles
    SEMI JOIN chosen USING (person_id)
    LEFT JOIN countries ON countries.country = roles.country
    LEFT JOIN organisations USING (organisation_id)
    GROUP BY roles.person_id
),
mandated AS (
    SELECT
        all_mandates.holder_person AS person_id,
        list(
            {
                'organisation_id': organisation_id,
                'organisation': organisation,
                'role': role,
                'period_edtf': period_edtf,
                'documents': documents
            }
            ORDER BY starts_on NULLS LAST, role, mandate_id
        ) AS mandates
    FROM all_mandates
    SEMI JOIN chosen ON chosen.person_id = all_mandates.holder_person
    GROUP BY all_mandates.holder_person
),
parts AS (
    SELECT
        participants.person_id,
        events.event_id,
        events.title,
        events.kind,
        events.status,
        events.date_edtf,
        events.starts_on,
        any_value(participants.capacity ORDER BY participants.position) AS capacity
    FROM event_participants AS participants
    INNER JOIN events USING (event_id)
    SEMI JOIN chosen ON chosen.person_id = participants.person_id
    WHERE $since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE
    GROUP BY ALL
),
counted AS (
    SELECT
        person_id,
        count(*) AS total
    FROM parts
    GROUP BY person_id
),
latest AS (
    SELECT
        person_id,
        list(
            {
                'event_id': event_id,
                'title': title,
                'kind': kind,
                'status': status,
                'date_edtf': date_edtf,
                'capacity': capacity
            }
            ORDER BY starts_on DESC NULLS LAST, event_id
        ) AS events
    FROM (
        SELECT *
        FROM parts
        QUALIFY row_number() OVER (PARTITION BY person_id ORDER BY starts_on DESC NULLS LAST, event_id) <= $most
    )
    GROUP BY person_id
),
met AS (
    SELECT
        parts.person_id,
        others.person_id AS other_id,
        count(DISTINCT parts.event_id) AS times
    FROM parts
    INNER JOIN event_participants AS others
        ON others.event_id = parts.event_id AND others.person_id <> parts.person_id
    WHERE parts.status = 'held'
    GROUP BY parts.person_id, others.person_id
    QUALIFY row_number() OVER (PARTITION BY parts.person_id ORDER BY count(DISTINCT parts.event_id) DESC, others.person_id) <= 16
),
company AS (
    SELECT
        met.person_id,
        list({'person_id': met.other_id, 'name': persons.name, 'times': met.times} ORDER BY met.times DESC, persons.name, met.other_id) AS company
    FROM met
    INNER JOIN persons ON persons.person_id = met.other_id
    GROUP BY met.person_id
)
SELECT
    chosen.*,
    countries.name AS country_name,
    coalesce(counted.total, 0) AS total,
    coalesce(spelled.names, []) AS names,
    coalesce(held.offices, []) AS offices,
    coalesce(mandated.mandates, []) AS mandates,
    coalesce(latest.events, []) AS events,
    coalesce(company.company, []) AS company
FROM chosen
LEFT JOIN countries USING (country)
LEFT JOIN counted ON counted.person_id = chosen.person_id
LEFT JOIN spelled ON spelled.person_id = chosen.person_id
LEFT JOIN held ON held.person_id = chosen.person_id
LEFT JOIN mandated ON mandated.person_id = chosen.person_id
LEFT JOIN latest ON latest.person_id = chosen.person_id
LEFT JOIN company ON company.person_id = chosen.person_id
ORDER BY chosen.person_id
