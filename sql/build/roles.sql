-- what: the offices of persons
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO roles BY NAME
SELECT * FROM segments.resolved_roles
