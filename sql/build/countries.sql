-- what: one row a country
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO countries BY NAME
SELECT * FROM segments.resolved_countries
