"""Pages of the docs that are made from the code: commands, assets, checks, formats of exports.

Here: turning what the code says of itself into Markdown. Not here: any wording of its own about a command, an asset or a check.
`python -m orchestration.reference` writes all of them, the settings and the data dictionary too; a test keeps them current.
"""
