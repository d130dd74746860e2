-- severity: warn
-- what: the number of events still planned although their day lies more than a month before the newest document
-- why: either nobody told how they went, or two accounts of one act were not joined
SELECT count(*) AS events, min(ends_on) AS earliest, max(ends_on) AS latest
FROM events
WHERE status = 'planned' AND ends_on < (SELECT max(published_on) FROM documents) - 31
HAVING count(*) > 0
