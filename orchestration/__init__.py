"""Dagster's room: definitions, job, schedule, sensor, run lock, launcher and the command line.

What an article means is not decided here: stages live in `assets`, stores in `warehouse`.
"""
