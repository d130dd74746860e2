-- what: in a new file every file is to be written
-- from: the states of files
CREATE TEMP TABLE changed_files AS
SELECT file_id FROM states_of_files
