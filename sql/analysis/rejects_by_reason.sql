-- what: why records did not become documents, the commonest reason first, with an example
-- from: rejects, files
-- parameters: none
SELECT
    rejects.stage,
    rejects.reason,
    count(*) AS records,
    count(DISTINCT rejects.file_id) AS files,
    min(files.path) AS example_path,
    arg_min(rejects.detail, files.path) AS example_detail
FROM rejects
LEFT JOIN files USING (file_id)
GROUP BY rejects.stage, rejects.reason
ORDER BY records DESC, rejects.stage, rejects.reason
