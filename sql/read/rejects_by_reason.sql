-- what: how many records were rejected, by reason
-- from: rejects
SELECT reason, count(*) AS records
FROM rejects
GROUP BY reason
ORDER BY records DESC, reason
