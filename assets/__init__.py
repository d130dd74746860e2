"""The stages of the pipeline, one folder each, and the knowledge that they share.

raw, parsed, validated, enriched and warehouse hold a stage; text, languages and register hold what
several stages need. Nothing here starts Dagster or opens a database.
"""
