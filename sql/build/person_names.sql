-- what: every spelling of a person
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO person_names BY NAME
SELECT * FROM segments.resolved_person_names
