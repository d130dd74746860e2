-- what: every record that did not become a document, and why
-- from: the rejects of live files
INSERT INTO rejects BY NAME
SELECT * FROM live_rejects
