-- what: keeps in the file what the next publication must know to update it
-- from: the states of documents, and the recipe by which this file was made
CREATE OR REPLACE TABLE publication.document_states AS
SELECT document_id, state FROM states_of_documents;
CREATE OR REPLACE TABLE publication.made AS
SELECT recipe FROM segments.recipe;
