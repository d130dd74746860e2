"""Stable identifiers: what makes a row's key from the things that define it.

Belongs here: hashing of key parts. Does not: any knowledge of which parts a table's key has.
"""

from __future__ import annotations

from hashlib import sha256

SEPARATOR = "\x1f"
ID_LENGTH = 16


def stable_id(*parts: str | int) -> str:
    """Give the same identifier for the same parts, today, tomorrow and on another machine.

    Args:
        parts: what defines the thing, outermost first; integers count as their decimal text.

    Returns:
        The first 16 hexadecimal digits of SHA-256 over the parts joined by the unit separator U+001F.

    Raises:
        ValueError: without any part.
    """
    if not parts:
        raise ValueError("stable_id needs at least one part")
    joined = SEPARATOR.join(str(part) for part in parts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
