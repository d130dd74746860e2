-- what: how much of each kind stands in the warehouse
-- from: documents, persons, organisations, events, mandates, rejects
SELECT 'articles' AS what, count(*) AS found, count(DISTINCT language) || ' languages, ' || count(DISTINCT outlet) || ' outlets' AS detail
FROM documents
UNION ALL
SELECT 'people', count(*), (SELECT count(*) FROM person_names) || ' spellings'
FROM persons
UNION ALL
SELECT 'organisations', count(DISTINCT entity_id), 'named in the articles'
FROM mentions
WHERE kind = 'organisation'
UNION ALL
SELECT
    'events', count(*),
    count(*) FILTER (WHERE status = 'held') || ' held, ' || count(*) FILTER (WHERE status = 'planned') || ' planned, '
    || count(*) FILTER (WHERE documents > 1) || ' told more than once'
FROM events
UNION ALL
SELECT 'standing roles', count(*), 'chairs, seats and memberships'
FROM mandates
UNION ALL
SELECT 'rejects', count(*), coalesce(string_agg(DISTINCT reason, ', ' ORDER BY reason), 'none')
FROM rejects
