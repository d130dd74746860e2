-- what: the recipe by which a file was made
-- from: what the publication kept
SELECT recipe FROM publication.made
