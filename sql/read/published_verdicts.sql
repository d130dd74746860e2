-- what: verdicts of the checks across tables, as they were when the file was published
-- from: checks
SELECT "check", severity, failed_rows, metadata
FROM checks
WHERE asset = 'warehouse' AND checked_at = (SELECT max(checked_at) FROM checks WHERE asset = 'warehouse')
ORDER BY "check"
