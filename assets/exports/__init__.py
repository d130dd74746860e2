"""What leaves for other people's tools: files made from the published warehouse, a folder a format.

Belongs here: the forms that others have defined, and how our columns fit them. Does not: anything that changes a table.
"""
