-- what: for every file, a hash of its row
-- from: the files that are present
-- why: the hashes tell the files whose row an update can leave as it is
CREATE TEMP TABLE states_of_files AS
SELECT file_id, hash(files) AS state
FROM present_files AS files
