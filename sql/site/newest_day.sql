-- what: the day of the newest document, which the pages take for the present; how much the record holds
-- from: documents, events, persons
SELECT
    (SELECT max(published_on) FROM documents) AS day,
    (SELECT count(*) FROM documents) AS documents,
    (SELECT count(DISTINCT language) FROM documents) AS languages,
    (SELECT count(DISTINCT outlet) FROM documents) AS outlets,
    (SELECT count(*) FROM events) AS events,
    (SELECT count(*) FROM persons) AS persons
