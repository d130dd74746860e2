-- severity: error
-- what: live files that were neither opened nor turned down
-- why: a file without records would pass as 0 = 0 + 0 although nobody has looked into it
SELECT file_id, path
FROM files
ANTI JOIN segments.parsed_files USING (file_id)
WHERE rejects = 0
