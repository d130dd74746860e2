"""Names of people: usual English spelling from any language, and comparison across scripts."""

from assets.text.names.compare import likeness, skeleton
from assets.text.names.spelling import transliterate

__all__ = ["likeness", "skeleton", "transliterate"]
