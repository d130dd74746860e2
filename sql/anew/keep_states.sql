-- what: keeps in the file what the next publication must know to update it
-- from: the states of documents, events and files, and the recipe by which this file was made
CREATE OR REPLACE TABLE publication.document_states AS
SELECT document_id, state FROM states_of_documents;
CREATE OR REPLACE TABLE publication.event_states AS
SELECT event_id, state FROM states_of_events;
CREATE OR REPLACE TABLE publication.file_states AS
SELECT file_id, state FROM states_of_files;
CREATE OR REPLACE TABLE publication.made AS
SELECT recipe FROM segments.recipe;
