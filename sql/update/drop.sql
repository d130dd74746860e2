-- what: takes away the tables that follow from the whole corpus, to be filled anew
-- why: they are small beside those of documents, events and files, and any of their rows may have changed
DROP TABLE checks;
DROP TABLE countries;
DROP TABLE mandate_reports;
DROP TABLE mandates;
DROP TABLE organisation_names;
DROP TABLE organisations;
DROP TABLE person_names;
DROP TABLE persons;
DROP TABLE places;
DROP TABLE rejects;
DROP TABLE roles;
