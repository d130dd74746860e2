"""Azerbaijani spellings of the world's cities from their Russian and English names.

Azerbaijani writes foreign names as they sound and mostly took them from Russian: Ванкувер is Vankuver, Джакарта Cakarta.
Not here: cities whose Azerbaijani names stand in `source/places.psv`.
"""

from __future__ import annotations

import re

LETTERS = dict(zip("абвгдежзийклмнопрстуфхчшщъыьэ", [*"abvqdejziyklmnoprstufxçşş", "", "ı", "", "e"], strict=True)) | {
    "ё": "yo",
    "ю": "yu",
    "я": "ya",
    "ц": "ts",
}
SOFT = re.compile(r"г(?=[еи])")
PLAIN = re.compile(r"[A-Za-zÇçĞğİıÖöŞşÜü]+(?:[ -][A-Za-zÇçĞğİıÖöŞşÜü]+)*")
FOREIGN = re.compile(r"[wW]|[^kcstpgKCSTPG]h$|oo|ee|ou|sh|ch|th|ph|ck|qu|[xX]")
"""Letters and pairs of letters that Azerbaijani spells otherwise."""
SHORTEST = 5
"""Letters under which a spelling is more often a word or a name of people than a city."""


def spellings(english: str, russian: list[str]) -> list[str]:
    """The ways in which Azerbaijani may write a city.

    Args:
        english: its usual name.
        russian: its Russian names.

    Returns:
        Unique spellings, the likeliest first.
    """
    found = [text for name in russian for text in _from_russian(name, english)]
    if PLAIN.fullmatch(english) and not FOREIGN.search(english):
        found.append(english)
    return [text for text in dict.fromkeys(found) if len(text) >= SHORTEST]


def _from_russian(name: str, english: str) -> list[str]:
    """A Russian name letter by letter; its х and an initial Г are h where the English name has one."""
    low = SOFT.sub("g", name.lower().replace("дж", "c"))
    if english.startswith("H") and low.startswith("г"):
        low = "h" + low[1:]
    if "h" in english.lower() and "kh" not in english.lower():
        low = low.replace("х", "h")
    latin = "".join(LETTERS.get(letter, letter) for letter in low)
    latin = "".join(part if part in "- " else _capital(part) for part in re.split(r"([ -])", latin))
    return [latin]


def _capital(word: str) -> str:
    return ("İ" if word[:1] == "i" else word[:1].upper()) + word[1:]
