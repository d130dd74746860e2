-- what: every raw file in its newest version, with its records accounted for
-- from: the files that are present, as far as they have changed
INSERT INTO files BY NAME
SELECT *
FROM present_files
SEMI JOIN changed_files USING (file_id)
