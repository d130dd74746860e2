-- severity: warn
-- what: repeats of repeats
-- why: same_as should lead to the original at once, else a count of originals needs a walk
SELECT repeats.document_id, repeats.same_as, originals.same_as AS original
FROM documents AS repeats
INNER JOIN documents AS originals ON originals.document_id = repeats.same_as
WHERE originals.same_as IS NOT NULL
