-- severity: error
-- what: persons in documents that no person takes in
-- why: resolution covers the whole corpus; such a person would vanish from the warehouse
SELECT DISTINCT people.document_id, people.person, people.name
FROM segments.read_people AS people
SEMI JOIN read_documents USING (document_id)
ANTI JOIN segments.resolved_person_map USING (document_id, person)
