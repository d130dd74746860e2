-- what: one row a person
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO persons BY NAME
SELECT * FROM segments.resolved_persons
