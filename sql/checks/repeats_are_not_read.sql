-- severity: error
-- what: exact repeats with mentions or reports of their own
-- why: their original's rows stand for them; twice told would be twice counted
SELECT DISTINCT document_id
FROM (
    SELECT document_id
    FROM mentions
    UNION ALL
    SELECT document_id
    FROM reports
) AS told
SEMI JOIN (
    SELECT document_id
    FROM live_documents
    WHERE exact
) AS repeats USING (document_id)
