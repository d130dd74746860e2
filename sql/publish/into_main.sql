-- what: makes the next tables and views stand in the open
SET schema = 'main'
