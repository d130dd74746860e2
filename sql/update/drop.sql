-- what: takes away the tables that follow from the whole corpus, to be filled anew
-- why: they are small beside those of documents, and any of their rows may have changed
DROP TABLE checks;
DROP TABLE conflicts;
DROP TABLE countries;
DROP TABLE event_log;
DROP TABLE event_participants;
DROP TABLE event_topics;
DROP TABLE events;
DROP TABLE files;
DROP TABLE mandate_reports;
DROP TABLE mandates;
DROP TABLE organisation_names;
DROP TABLE organisations;
DROP TABLE person_names;
DROP TABLE persons;
DROP TABLE places;
DROP TABLE rejects;
DROP TABLE roles;
