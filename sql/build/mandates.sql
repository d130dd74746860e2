-- what: standing roles
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO mandates BY NAME
SELECT * FROM segments.resolved_mandates
