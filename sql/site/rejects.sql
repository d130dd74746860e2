-- what: records that became no document, by stage and reason
-- from: rejects
SELECT stage, reason, count(*) AS records, any_value(detail ORDER BY file_id, record) AS detail
FROM rejects
GROUP BY stage, reason
ORDER BY records DESC, stage, reason
