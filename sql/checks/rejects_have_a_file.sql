-- severity: warn
-- what: rejects of files that are not in the table files
-- why: a file that could not even be read has no content to know it by, and so only its reject
SELECT file_id, record, stage, reason, detail
FROM rejects
ANTI JOIN files USING (file_id)
