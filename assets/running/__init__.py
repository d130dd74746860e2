"""How a stage is run: what it is handed, what waits and in which batches, under which rules versions, how it is judged and shown.

Here: what every stage's stage.py and asset.py needs. Not here: any stage's own work, and when runs start (orchestration).
"""
