"""Validated: which documents are fit to be read, which repeat another, and whether an outlet brings what it used to."""
