"""Validated: which documents are fit to be read, which repeat another, and whether an outlet brings what it used to."""

VERSION_SOURCES: tuple[str, ...] = ("assets/validated", "assets/text/edtf.py")
"""What this stage's rules version is a digest of, relative to the repository; plus the packs' codes and scripts."""
