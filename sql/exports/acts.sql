-- what: events in the order of their ids, each with its sides, topics, history and the documents that tell of it
-- from: events, event_participants, event_topics, event_log, reports, documents, persons, organisations, countries, places
-- parameters: since, a DATE or null for all; ids, of the events that are wanted or null for all; after, an event id or ''; rows, how many at most
WITH chosen AS (
    SELECT events.*
    FROM events
    WHERE
        events.event_id > $after
        AND ($ids::VARCHAR[] IS NULL OR events.event_id IN (SELECT unnest($ids::VARCHAR[])))
        AND ($since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE)
    ORDER BY events.event_id
    LIMIT $rows
),
sides AS (
    SELECT
        participants.event_id,
        list(
            {
                'person_id': participants.person_id,
                'person': persons.name,
                'country': participants.country,
                'country_name': countries.name,
                'organisation_id': participants.organisation_id,
                'organisation': organisations.name,
                'organisation_kind': organisations.kind,
                'office': participants.office,
                'capacity': participants.capacity
            }
            ORDER BY participants.position
        ) AS participants
    FROM event_participants AS participants
    SEMI JOIN chosen USING (event_id)
    LEFT JOIN persons USING (person_id)
    LEFT JOIN countries ON countries.country = participants.country
    LEFT JOIN organisations USING (organisation_id)
    GROUP BY participants.event_id
),
matters AS (
    SELECT
        event_topics.event_id,
        list(event_topics.topic ORDER BY event_topics.topic) AS topics
    FROM event_topics
    SEMI JOIN chosen USING (event_id)
    GROUP BY event_topics.event_id
),
history AS (
    SELECT
        event_log.event_id,
        list(
            {'seen_on': event_log.seen_on, 'status': event_log.status, 'date_edtf': event_log.date_edtf} ORDER BY event_log.seen_on
        ) AS log
    FROM event_log
    SEMI JOIN chosen USING (event_id)
    GROUP BY event_log.event_id
),
told AS (
    SELECT DISTINCT
        reports.event_id,
        reports.document_id
    FROM reports
    SEMI JOIN chosen USING (event_id)
),
sources AS (
    SELECT
        told.event_id,
        list(
            {
                'document_id': documents.document_id,
                'url': documents.url,
                'outlet': documents.outlet,
                'outlet_name': organisations.name,
                'language': documents.language,
                'title': documents.title,
                'published_on': documents.published_on
            }
            ORDER BY documents.published_on NULLS LAST, documents.document_id
        ) AS documents
    FROM told
    INNER JOIN documents USING (document_id)
    LEFT JOIN organisations ON organisations.organisation_id = documents.outlet
    GROUP BY told.event_id
)
SELECT
    chosen.* EXCLUDE (documents, languages, outlets),
    places.name AS place,
    places.latitude,
    places.longitude,
    countries.name AS country_name,
    bodies.name AS format_name,
    coalesce(host_countries.name, host_bodies.name) AS host_name,
    coalesce(sides.participants, []) AS participants,
    coalesce(matters.topics, []) AS topics,
    coalesce(history.log, []) AS log,
    coalesce(sources.documents, []) AS documents
FROM chosen
LEFT JOIN sides USING (event_id)
LEFT JOIN matters USING (event_id)
LEFT JOIN history USING (event_id)
LEFT JOIN sources USING (event_id)
LEFT JOIN places USING (place_id)
LEFT JOIN countries ON countries.country = chosen.country
LEFT JOIN organisations AS bodies ON bodies.organisation_id = chosen.format
LEFT JOIN countries AS host_countries ON host_countries.country = chosen.host
LEFT JOIN organisations AS host_bodies ON host_bodies.organisation_id = chosen.host
ORDER BY chosen.event_id
