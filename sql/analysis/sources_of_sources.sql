-- what: whom outlets cite: how often each source is cited by each outlet
-- from: attributions
-- parameters: none
SELECT outlets.source AS outlet, cited.source AS cites, count(DISTINCT cited.document_id) AS documents
FROM attributions AS outlets
INNER JOIN attributions AS cited ON cited.document_id = outlets.document_id AND cited.position > 0
WHERE outlets.position = 0
GROUP BY outlets.source, cited.source
ORDER BY documents DESC, outlet, cites
