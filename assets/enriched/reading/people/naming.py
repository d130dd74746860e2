"""The English name of a person: the register's where it is surely the same person, else transliterated.

The register adds certainty and usual spelling; a person it does not know is read all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from assets.register.registers import Official, Registers
from assets.text.names import likeness, skeleton, transliterate
from assets.text.names.compare import SAME

SURELY = 0.9
"""Likeness of a full name that is enough without a known country."""


class Register:
    """Known officials, found by the skeletons of their names.

    Args:
        language: of the texts that names come from.
    """

    def __init__(self, officials: Iterable[Official], language: str) -> None:
        self._language = language
        self._by_key: dict[str, list[Official]] = defaultdict(list)
        for official in officials:
            for key in skeleton(official.name, "en"):
                self._by_key[key].append(official)

    @classmethod
    def of(cls, registers: Registers, language: str) -> Register:
        """The register of officials for names in one language."""
        return cls(registers.officials, language)

    def find(self, native: str, countries: frozenset[str], offices: frozenset[str]) -> Official | None:
        """The official whom a name, its countries and offices fit; None where nobody or several do."""
        return self._find(native, countries, offices)

    @lru_cache(maxsize=16_384)  # noqa: B019 - one register a language lives as long as the process
    def _find(self, native: str, countries: frozenset[str], offices: frozenset[str]) -> Official | None:
        scored = [(self._score(native, o, countries, offices), o) for o in self._candidates(native)]
        best = max((score for score, _ in scored), default=0.0)
        if best < SAME:
            return None
        chosen = [o for score, o in scored if score == best]
        return max(chosen, key=lambda o: o.since or "") if len({o.name for o in chosen}) == 1 else None

    def _candidates(self, native: str) -> list[Official]:
        return [official for key in sorted(skeleton(native, self._language)) for official in self._by_key.get(key, ())]

    def _score(self, native: str, official: Official, countries: frozenset[str], offices: frozenset[str]) -> float:
        alike = max(
            likeness(native, self._language, spelling, "en") for spelling in (official.name, *official.also)
        )
        same_country = official.country in countries
        same_office = official.office in offices
        if countries and not same_country:
            return 0.0
        if len(native.split()) < 2 and not (same_country and same_office):
            return 0.0
        if not countries and alike < SURELY:
            return 0.0
        return alike + 0.1 * same_office if alike >= SAME else 0.0


def english(native: str, language: str, country: str | None) -> str:
    """The usual English spelling of a name that no register knows."""
    return transliterate(native, language, country)
