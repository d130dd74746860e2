-- what: removes the views on segments, which mean nothing in a published file
DROP SCHEMA segments CASCADE
