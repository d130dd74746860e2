"""Pure text tools that several stages share: folding, matching, dates. No Dagster, no DuckDB, no stage."""
