-- what: the id of each of a run of events with a digest of all the rows that its page is made from; DuckDB's hashes, so of one version of it
-- from: events, event_participants, event_topics, event_log, conflicts, reports, documents, files, attributions, and tables of names
-- parameters: since, a DATE or null for all; first and beyond, what ids begin with: of the first event and of the first one left out
WITH chosen AS MATERIALIZED (
    SELECT event_id, document_id, hash(reports) AS digest
    FROM reports
    WHERE event_id >= $first AND event_id < $beyond
),
written AS MATERIALIZED (
    -- Before any join, so that no join carries texts.
    SELECT document_id, file_id, outlet, hash(documents) AS digest
    FROM documents
),
cited AS (
    SELECT attributions.document_id, sum(hash(attributions, organisations.name)::HUGEINT) AS digest
    FROM attributions
    SEMI JOIN chosen USING (document_id)
    LEFT JOIN organisations ON organisations.organisation_id = attributions.source
    GROUP BY attributions.document_id
),
texts AS (
    SELECT written.document_id, hash(written.digest, files.path, organisations.name, cited.digest) AS digest
    FROM written
    SEMI JOIN chosen USING (document_id)
    INNER JOIN files USING (file_id)
    LEFT JOIN organisations ON organisations.organisation_id = written.outlet
    LEFT JOIN cited USING (document_id)
),
told AS (
    SELECT chosen.event_id, sum(hash(chosen.digest, texts.digest)::HUGEINT) AS digest
    FROM chosen
    INNER JOIN texts USING (document_id)
    GROUP BY chosen.event_id
),
sides AS (
    SELECT
        participants.event_id,
        sum(hash(participants, persons.name, countries.name, organisations.name, organisations.kind)::HUGEINT) AS digest
    FROM event_participants AS participants
    LEFT JOIN persons USING (person_id)
    LEFT JOIN countries ON countries.country = participants.country
    LEFT JOIN organisations USING (organisation_id)
    GROUP BY participants.event_id
),
matters AS (
    SELECT event_id, sum(hash(event_topics)::HUGEINT) AS digest
    FROM event_topics
    GROUP BY event_id
),
history AS (
    SELECT event_id, sum(hash(event_log)::HUGEINT) AS digest
    FROM event_log
    GROUP BY event_id
),
disputed AS (
    SELECT conflicts.event_id, sum(hash(conflicts, places.name, countries.name, organisations.name)::HUGEINT) AS digest
    FROM conflicts
    LEFT JOIN places ON places.place_id = conflicts.value
    LEFT JOIN countries ON countries.country = conflicts.value
    LEFT JOIN organisations ON organisations.organisation_id = conflicts.value
    GROUP BY conflicts.event_id
)
SELECT
    events.event_id AS id,
    hash(
        events,
        places.name,
        places.latitude,
        places.longitude,
        countries.name,
        bodies.name,
        host_countries.name,
        host_bodies.name,
        told.digest,
        sides.digest,
        matters.digest,
        history.digest,
        disputed.digest
    ) AS digest
FROM events
LEFT JOIN told USING (event_id)
LEFT JOIN sides USING (event_id)
LEFT JOIN matters USING (event_id)
LEFT JOIN history USING (event_id)
LEFT JOIN disputed USING (event_id)
LEFT JOIN places USING (place_id)
LEFT JOIN countries ON countries.country = events.country
LEFT JOIN organisations AS bodies ON bodies.organisation_id = events.format
LEFT JOIN countries AS host_countries ON host_countries.country = events.host
LEFT JOIN organisations AS host_bodies ON host_bodies.organisation_id = events.host
WHERE
    events.event_id >= $first
    AND events.event_id < $beyond
    AND ($since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE)
ORDER BY events.event_id
