-- what: documents by outlet
-- from: documents, organisations
-- parameters: rows, how many
SELECT coalesce(organisations.name, documents.outlet, 'unknown') AS name, count(*) AS documents
FROM documents
LEFT JOIN organisations ON organisations.organisation_id = documents.outlet
GROUP BY coalesce(organisations.name, documents.outlet, 'unknown')
ORDER BY documents DESC, name
LIMIT $rows
