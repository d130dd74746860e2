-- what: a schema for the views on the stages' segments while the file is being built
CREATE SCHEMA segments
