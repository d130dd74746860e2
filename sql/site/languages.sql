-- what: documents by language
-- from: documents
SELECT language AS name, count(*) AS documents
FROM documents
GROUP BY language
ORDER BY documents DESC, language
