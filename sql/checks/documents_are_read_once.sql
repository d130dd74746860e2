-- severity: error
-- what: documents with several readings
-- why: each current rules version reads its own language; two readings would count every fact twice
SELECT document_id, count(*) AS readings
FROM segments.read_readings
GROUP BY document_id
HAVING count(*) > 1
