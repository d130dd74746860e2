"""Scripts that write the register's CSV files from `source/` and public data sets.

Run by people who change a source (`python -m assets.register.compose.country_names`), never by the pipeline.
Nothing here is imported at run time: the CSV files are what the pipeline reads.
"""
