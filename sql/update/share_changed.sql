-- what: how many of the rows of documents an update would have to write or take away, from 0 to 1
-- from: the states of documents now, and in the file that is updated
WITH published AS (
    SELECT count(*) AS documents
    FROM publication.document_states
),
stale AS (
    SELECT count(*) AS documents
    FROM publication.document_states
    ANTI JOIN states_of_documents USING (document_id, state)
),
fresh AS (
    SELECT count(*) AS documents
    FROM changed_documents
)
SELECT greatest(stale.documents, fresh.documents) / greatest(published.documents, 1) AS share
FROM published, stale, fresh
