-- what: the place for what a later publication must know of this one
CREATE SCHEMA publication
