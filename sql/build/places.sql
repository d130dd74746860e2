-- what: one row a place
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO places BY NAME
SELECT * FROM segments.resolved_places
