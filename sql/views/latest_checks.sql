-- what: the verdicts of the run that published this file
-- from: checks
CREATE OR REPLACE VIEW latest_checks AS
SELECT *
FROM checks
WHERE run_id = (SELECT arg_max(newest.run_id, newest.checked_at) FROM checks AS newest);
COMMENT ON VIEW latest_checks IS 'Verdicts of the run that published this file';
