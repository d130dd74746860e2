-- what: rows of every table; exact, since a published file is checkpointed and has had no deletions
-- from: DuckDB's own catalogue
SELECT table_name AS name, estimated_size::BIGINT AS rows
FROM duckdb_tables()
WHERE database_name = 'warehouse' AND schema_name = 'main'
ORDER BY name
