-- what: values on which sources disagree
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO conflicts BY NAME
SELECT * FROM segments.resolved_conflicts
