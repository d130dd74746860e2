-- severity: error
-- what: files whose records are not all accounted for
-- why: nothing may be lost on the way: records = documents + rejects for every file
SELECT file_id, path, records, documents, rejects
FROM files
WHERE records <> documents + rejects
