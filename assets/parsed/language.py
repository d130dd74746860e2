"""The language of a text: by script, by letters that only one language has, and by n-grams.

Here: the decision. Not here: letters and words of languages (packs).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import eldc

from assets.parsed.lines import folded_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assets.languages.schema.pack import Pack

UNKNOWN = "und"
"""BCP 47's subtag for an undetermined language."""
_SCRIPTS = {
    "Latn": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+"),
    "Cyrl": re.compile(r"[\u0400-\u052f]+"),
    "Arab": re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+"),
}
_SAMPLE = 1500
_SCRIPT_SAMPLE = 500
_LEAST_SHARE = 0.005
_CLEAR_SHARE = 0.03
_COMMON_SHARE = 0.1
_SHORT_LETTERS = 60
_TAG = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")


def script_of(text: str) -> str | None:
    """ISO 15924 code of the script that most letters are in; None for another script or no letters."""
    sample = text[:_SCRIPT_SAMPLE]
    counts = {script: sum(map(len, pattern.findall(sample))) for script, pattern in _SCRIPTS.items()}
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] * 2 > sum(map(str.isalpha, sample)) else None


class Languages:
    """Tells languages apart, by the packs' scripts, letters and commonest words.

    Args:
        packs: all packs by code.
    """

    def __init__(self, packs: Mapping[str, Pack]) -> None:
        self._rivals: dict[str | None, tuple[str, ...]] = {}
        for code, pack in packs.items():
            script = pack.language.script
            self._rivals[script] = (*self._rivals.get(script, ()), code)
        letters = {code: set(pack.text.letters) for code, pack in packs.items()}
        self._only = {
            code: letters[code].difference(*(letters[rival] for rival in self._rivals[pack.language.script] if rival != code))
            for code, pack in packs.items()
        }
        self._common = {code: frozenset(folded_words(" ".join(pack.text.common))) for code, pack in packs.items()}

    def of(self, text: str, declared: str | None = None) -> str:
        """The language of a text as a BCP 47 code.

        Args:
            text: headline and body.
            declared: what the format says, used for texts too short to tell.

        Returns:
            The code of a pack, the detector's code for another language, or `und`.
        """
        guess = _detect(text[:_SAMPLE])
        rivals = self._rivals.get(script_of(text), ())
        sample = text[:_SAMPLE].lower()
        if len(text) < _SHORT_LETTERS and declared and (tag := _TAG.match(declared)) and tag.group().lower() in rivals:
            return tag.group().lower()
        own = {code: sum(map(sample.count, self._only[code])) / len(sample) for code in rivals}
        best = max(own, key=lambda code: own[code], default=guess)
        if best == guess or not own:
            return guess
        if guess in rivals or guess == UNKNOWN:
            # Names keep the letters of their own language in an article of another one; its common words don't come along.
            spoken = self._share_of_common(sample, best) >= self._share_of_common(sample, guess)
            rather = spoken and own[best] >= _LEAST_SHARE and own.get(guess, 0.0) < _LEAST_SHARE
        else:
            rather = own[best] >= _CLEAR_SHARE and self._share_of_common(sample, best) >= _COMMON_SHARE
        return best if rather else guess

    def _share_of_common(self, text: str, code: str) -> float:
        """Share of words that are the language's commonest."""
        tokens = folded_words(text)
        return sum(token in self._common.get(code, ()) for token in tokens) / max(1, len(tokens))


@lru_cache(maxsize=1)
def _start() -> None:
    """Load the detector's n-grams once a process."""
    eldc.init()


def _detect(text: str) -> str:
    """The n-gram detector's code."""
    _start()
    return eldc.detect(text) or UNKNOWN
