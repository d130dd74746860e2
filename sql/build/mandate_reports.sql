-- what: documents that state mandates
-- from: the resolution's segments, which hold the whole corpus
INSERT INTO mandate_reports BY NAME
SELECT * FROM segments.resolved_mandate_reports
