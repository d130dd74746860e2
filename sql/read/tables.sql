-- what: the names of all tables and views of the warehouse
-- from: DuckDB's own catalogue
SELECT table_name AS name
FROM information_schema.tables
WHERE table_catalog = 'warehouse' AND table_schema = 'main'
ORDER BY name
