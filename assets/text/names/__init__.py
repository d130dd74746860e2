"""Names of people: usual English spelling from any language, and comparison across scripts."""

from assets.text.names.compare import likeness, skeleton
from assets.text.names.parts import Part, parts
from assets.text.names.spelling import transliterate

__all__ = ["Part", "likeness", "parts", "skeleton", "transliterate"]
