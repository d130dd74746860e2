-- what: files whose rows are not those that are published
-- from: the states of files now, and in the file that is updated
CREATE TEMP TABLE changed_files AS
SELECT file_id
FROM states_of_files
ANTI JOIN publication.file_states USING (file_id, state)
