-- what: for every live document, a hash of all that its published rows follow from
-- from: live documents, their readings, and the maps of persons and events
-- why: a reading follows from the document and the rules version, so that both stand for its rows; the hashes tell
-- the documents whose rows an update can leave as they are
CREATE TEMP TABLE states_of_documents AS
WITH readings AS (
    SELECT document_id, bit_xor(hash(language, version)) AS state
    FROM segments.read_readings
    GROUP BY document_id
),
people AS (
    SELECT document_id, bit_xor(hash(person, person_id, reason, score)) AS state
    FROM segments.resolved_person_map
    GROUP BY document_id
),
acts AS (
    SELECT document_id, bit_xor(hash(report, report_id, event_id, reason, score)) AS state
    FROM segments.resolved_event_map
    GROUP BY document_id
)
SELECT
    live.document_id,
    hash(live.file_id, live.same_as, live.similarity, live.exact, live.body_sha256, readings.state, people.state, acts.state) AS state
FROM live_documents AS live
LEFT JOIN readings USING (document_id)
LEFT JOIN people USING (document_id)
LEFT JOIN acts USING (document_id)
