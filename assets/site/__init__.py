"""The stage site: pages for people, made from the published warehouse, that work from a file and ask nothing of any network.

Templates stand in `templates`, style and script in `static`, statements in sql/site. Nothing here changes a row.
"""
