-- severity: warn
-- what: documents whose body does not begin with their title
-- why: facts that stand only in a headline have their spans there
SELECT document_id, title, left(body, 80) AS body_start
FROM documents
WHERE NOT starts_with(body, title)
