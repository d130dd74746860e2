"""The last stage: all tables in one DuckDB file, judged and put in the place of the one before."""
