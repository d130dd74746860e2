-- what: the verdicts of the run that published this file
-- from: latest_checks
SELECT
    asset,
    "check" AS name,
    json_extract_string(metadata, '$.what') AS what,
    severity,
    passed,
    failed_rows,
    json_extract_string(metadata, '$.looked_at') AS looked_at
FROM latest_checks
ORDER BY passed, severity, asset, name
