-- what: the digest of everything that the published file was built from
-- from: checks, where each publication leaves it
SELECT json_extract_string(metadata, '$.inputs') AS inputs
FROM checks
WHERE asset = 'warehouse' AND "check" = $check
ORDER BY checked_at DESC
LIMIT 1
