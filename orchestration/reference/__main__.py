"""`python -m orchestration.reference`: writes the pages that are made from the code."""

from orchestration.reference import pages

pages.write()
