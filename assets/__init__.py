"""The stages of the pipeline, one folder each, and what they share.

raw, parsed, validated, enriched and warehouse hold a stage; text, languages and register hold what several
stages need to know; running holds how a stage is run, and evaluation how well all of them read.
"""
