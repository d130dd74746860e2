-- what: the id of every event with a digest of all the rows that its page is made from; DuckDB's hashes, so of one version of it
-- from: events, event_participants, event_topics, event_log, conflicts, reports, documents, files, attributions, and tables of names
-- parameters: since, a DATE or null for all
WITH cited AS (
    SELECT attributions.document_id, sum(hash(attributions, organisations.name)::HUGEINT) AS digest
    FROM attributions
    LEFT JOIN organisations ON organisations.organisation_id = attributions.source
    GROUP BY attributions.document_id
),
texts AS (
    -- The table by another name, since files have a column of its own.
    SELECT written.document_id, hash(written, files.path, organisations.name, cited.digest) AS digest
    FROM documents AS written
    INNER JOIN files USING (file_id)
    LEFT JOIN organisations ON organisations.organisation_id = written.outlet
    LEFT JOIN cited USING (document_id)
),
told AS (
    SELECT reports.event_id, sum(hash(reports, texts.digest)::HUGEINT) AS digest
    FROM reports
    INNER JOIN texts USING (document_id)
    GROUP BY reports.event_id
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
WHERE $since::DATE IS NULL OR coalesce(events.ends_on, events.starts_on, events.first_published) >= $since::DATE
ORDER BY events.event_id
