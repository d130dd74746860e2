-- what: countries and organisations that the record speaks of, each with its newest events, offices held, mandates, names, and whom it met
-- from: countries, organisations, organisation_names, event_participants, events, roles, persons, all_mandates, who_met_whom
-- parameters: since, a DATE or null for all; most, how many events of one
WITH recent AS (
    SELECT *
    FROM events
    WHERE $since::DATE IS NULL OR coalesce(ends_on, starts_on, first_published) >= $since::DATE
),
parts AS (
    SELECT 'country' AS what, country AS id, event_id, false AS edition FROM event_participants WHERE country IS NOT NULL
    UNION ALL
    SELECT 'country', country, event_id, false FROM recent WHERE country IS NOT NULL
    UNION ALL
    SELECT 'organisation', organisation_id, event_id, false FROM event_participants WHERE organisation_id IS NOT NULL
    UNION ALL
    SELECT 'organisation', format, event_id, true FROM recent WHERE format IS NOT NULL
),
once AS (
    SELECT what, id, event_id, bool_or(edition) AS edition
    FROM parts
    GROUP BY what, id, event_id
),
ranked AS (
    SELECT
        once.what,
        once.id,
        once.edition,
        recent.event_id,
        recent.title,
        recent.kind,
        recent.status,
        recent.date_edtf,
        recent.ordinal,
        row_number() OVER (PARTITION BY once.what, once.id ORDER BY recent.starts_on DESC NULLS LAST, recent.event_id) AS place_in_time,
        count(*) OVER (PARTITION BY once.what, once.id) AS total
    FROM once
    INNER JOIN recent USING (event_id)
),
latest AS (
    SELECT
        what,
        id,
        any_value(total) AS total,
        list(
            {
                'event_id': event_id, 'title': title, 'kind': kind, 'status': status, 'date_edtf': date_edtf, 'ordinal': ordinal,
                'edition': edition
            }
            ORDER BY place_in_time
        ) AS events
    FROM ranked
    WHERE place_in_time <= $most
    GROUP BY what, id
),
named AS (
    SELECT organisation_id AS id, list({'name': name, 'language': language} ORDER BY name, language) AS names
    FROM organisation_names
    GROUP BY organisation_id
),
held AS (
    SELECT
        CASE WHEN roles.organisation_id IS NULL THEN 'country' ELSE 'organisation' END AS what,
        coalesce(roles.organisation_id, roles.country) AS id,
        list(
            {
                'person_id': roles.person_id, 'person': persons.name, 'office': roles.office, 'first_seen': roles.first_seen,
                'last_seen': roles.last_seen
            }
            ORDER BY roles.last_seen DESC NULLS LAST, roles.office, roles.person_id, roles.first_seen
        )[:$most] AS officers
    FROM roles
    INNER JOIN persons USING (person_id)
    GROUP BY ALL
),
mandated AS (
    SELECT 'organisation' AS what, organisation_id AS id, all_mandates.* EXCLUDE (organisation_id), organisation_id FROM all_mandates
    UNION ALL
    SELECT 'country', holder_country, all_mandates.* EXCLUDE (organisation_id), organisation_id FROM all_mandates WHERE holder_country IS NOT NULL
    UNION ALL
    SELECT 'organisation', holder_organisation, all_mandates.* EXCLUDE (organisation_id), organisation_id
    FROM all_mandates
    WHERE holder_organisation IS NOT NULL AND holder_organisation <> organisation_id
),
roled AS (
    SELECT
        what,
        id,
        list(
            {
                'role': role, 'holder': holder, 'holder_country': holder_country, 'holder_organisation': holder_organisation,
                'holder_person': holder_person, 'organisation_id': organisation_id, 'organisation': organisation,
                'period_edtf': period_edtf, 'starts_on': starts_on, 'ends_on': ends_on, 'documents': documents
            }
            ORDER BY starts_on NULLS LAST, role, mandate_id
        )[:$most] AS mandates
    FROM mandated
    GROUP BY what, id
),
met AS (
    SELECT country AS id, other_country AS other, event_id
    FROM who_met_whom
    WHERE country <> other_country
    UNION
    SELECT other_country, country, event_id
    FROM who_met_whom
    WHERE country <> other_country
),
counted AS (
    SELECT met.id, met.other, count(*) AS times
    FROM met
    SEMI JOIN recent USING (event_id)
    GROUP BY met.id, met.other
    QUALIFY row_number() OVER (PARTITION BY met.id ORDER BY count(*) DESC, met.other) <= 16
),
company AS (
    SELECT
        counted.id,
        list({'country': counted.other, 'name': countries.name, 'times': counted.times} ORDER BY counted.times DESC, countries.name) AS company
    FROM counted
    INNER JOIN countries ON countries.country = counted.other
    GROUP BY counted.id
),
bodies AS (
    SELECT 'country' AS what, country AS id, name, 'country' AS kind, NULL::VARCHAR AS country FROM countries
    UNION ALL
    SELECT 'organisation', organisation_id, name, kind, country
    FROM organisations
    WHERE organisation_id IN (
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
)
SELECT
    bodies.*,
    countries.name AS country_name,
    coalesce(latest.total, 0) AS total,
    coalesce(latest.events, []) AS events,
    CASE WHEN bodies.what = 'organisation' THEN coalesce(named.names, []) ELSE [] END AS names,
    coalesce(held.officers, []) AS officers,
    coalesce(roled.mandates, []) AS mandates,
    CASE WHEN bodies.what = 'country' THEN coalesce(company.company, []) ELSE [] END AS company
FROM bodies
LEFT JOIN countries ON countries.country = bodies.country
LEFT JOIN latest ON latest.what = bodies.what AND latest.id = bodies.id
LEFT JOIN named ON bodies.what = 'organisation' AND named.id = bodies.id
LEFT JOIN held ON held.what = bodies.what AND held.id = bodies.id
LEFT JOIN company ON bodies.what = 'country' AND company.id = bodies.id
LEFT JOIN roled ON roled.what = bodies.what AND roled.id = bodies.id
ORDER BY bodies.what, bodies.id
