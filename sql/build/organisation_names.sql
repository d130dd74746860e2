-- what: names of organisations by language
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO organisation_names BY NAME
SELECT * FROM segments.resolved_organisation_names
