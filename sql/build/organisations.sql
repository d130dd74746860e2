-- what: one row an organisation
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO organisations BY NAME
SELECT * FROM segments.resolved_organisations
