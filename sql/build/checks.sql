-- what: verdicts of the stages' checks and of the checks across tables, of this run and of earlier ones
-- from: what the publication has gathered
INSERT INTO checks BY NAME
SELECT * FROM segments.verdicts_of_checks
