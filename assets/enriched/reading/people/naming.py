"""The English name of a person: the register's where it is surely the same person, else transliterated.

The register adds certainty and usual spelling; a person it does not know is read all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from assets.enriched.reading.homes import LEADERS, STATE_HEADS
from assets.enriched.reading.model import Role
from assets.register.registers import Official, Registers
from assets.text.fold import key
from assets.text.names import likeness, skeleton, transliterate
from assets.text.names.compare import SAME, Token, part_likeness, tokens

SURELY = 0.9
"""Likeness of a full name that is enough without a known country."""
WHOLE, LONG = 2, 4
"""Parts of a whole name; consonants of a surname that an initial is enough with."""
ALIKE = 0.78
"""Likeness that is enough where country, office and all consonants agree: only vowels are spelled otherwise."""
OFFICE, LENGTH = 0.1, 0.02
"""What the same office adds to a score, and what each part too many or too few takes away."""

_KEPT = 16_384
"""Questions of which the answer is kept: the same names come again and again."""


class Register:
    """Known officials, found by the skeletons of their names.

    Args:
        language: of the texts that names come from.
    """

    def __init__(self, officials: Iterable[Official], language: str) -> None:
        self._language = language
        self._by_key: dict[str, list[Official]] = defaultdict(list)
        self._leaders: dict[tuple[str, str], list[Official]] = defaultdict(list)
        self._by_name: dict[str, list[Official]] = defaultdict(list)
        self._find: Callable[[str, frozenset[str], frozenset[str]], Official | None] = lru_cache(maxsize=_KEPT)(self._search)
        self._called: dict[str, set[str]] = defaultdict(set)
        for official in officials:
            self._by_name[official.name].append(official)
            for spelling in official.also if " " in official.name else ():
                self._called[_spelled(spelling)].add(official.name)
            if official.office in LEADERS and official.country:
                self._leaders[official.country, official.office].append(official)
            for bones in skeleton(official.name, "en"):
                self._by_key[bones].append(official)

    @classmethod
    def of(cls, registers: Registers, language: str) -> Register:
        """The register of officials for names in one language."""
        return cls(registers.officials, language)

    def find(self, native: str, countries: frozenset[str], offices: frozenset[str], on: str = "") -> Official | None:
        """The official whom a name, its countries and offices fit; None where nobody or several do.

        Args:
            on: EDTF date of the text; of several offices of that person the one held then, or last, is given.
        """
        known = self._find(native, countries, offices)
        held = [o for o in self._by_name.get(known.name, ()) if _holds(o, on)] if known is not None and on else []
        if held or known is None or offices or not on:
            return max(held, key=lambda o: (o.office in LEADERS, o.since or "")) if held else known
        past = [o for o in self._by_name.get(known.name, ()) if o.since and o.since <= on and (not countries or o.country in countries)]
        return max(past, key=lambda o: o.since or "", default=known)

    def offices(self, native: str) -> frozenset[str]:
        """The offices that the one official of a name has held; none where nobody or several are called so."""
        known = self._find(native, frozenset(), frozenset())
        return frozenset(o.office for o in self._by_name[known.name]) if known is not None else frozenset()

    def _search(self, native: str, countries: frozenset[str], offices: frozenset[str]) -> Official | None:
        found = self._as_written(native, countries, offices) or self._among(native, self._language, countries, offices)
        if found is not None or len(countries) != 1:
            return found
        # Some countries' names are spelled in a manner of their own: the name as it is written, then as it is spelled of that country.
        (country,) = countries
        spelled = transliterate(native, self._language, country)
        return self._among(spelled, "en", countries, offices) if spelled != transliterate(native, self._language) else None

    def _as_written(self, native: str, countries: frozenset[str], offices: frozenset[str]) -> Official | None:
        """The one official of whom the register has this very spelling, a whole name that may share no letters with the usual one."""
        names = self._called.get(_spelled(native), set()) if " " in native else set()
        known = [o for name in names for o in self._by_name[name] if not countries or o.country in countries]
        if len({o.name for o in known}) != 1:
            return None
        return max(known, key=lambda o: (o.office in offices, not o.until, o.office in LEADERS, o.since or ""))

    def _among(self, native: str, language: str, countries: frozenset[str], offices: frozenset[str]) -> Official | None:
        mine = tokens(native, language)
        if not countries and any(t.initial for t in mine) and max(len(t.bones) for t in mine) < LONG:
            return None
        candidates = [o for o in self._candidates(native, language) if not countries or o.country in countries]
        scored = [(self._score(native, language, mine, o, countries, offices), o) for o in candidates]
        best = max((score for score, _ in scored), default=0.0)
        if best <= 0:
            return None
        chosen = [o for score, o in scored if score == best]
        shortest = min((o.name for o in chosen), key=lambda name: (len(name), name))
        if any(likeness(shortest, "en", o.name, "en") < SURELY for o in chosen):
            return None
        return max((o for o in chosen if o.name == shortest), key=lambda o: (not o.until, o.office in LEADERS, o.since or ""))

    def leader(self, surname: str, on: str) -> Official | None:
        """The one leader of that surname who holds office on a date; None where there are several or none.

        Args:
            on: EDTF date of the text; empty for today's holders.
        """
        spelled = {t.full for t in tokens(surname, self._language)}
        holders = [
            o
            for o in self._candidates(surname, self._language)
            if o.office in LEADERS
            and (o.since or "") <= (on or "9")
            and (not o.until or (on and o.until >= on))
            and spelled <= {tokens(o.name, "en")[-1].full}
        ]
        return max(holders, key=lambda o: len(o.also)) if len({(o.country, tokens(o.name, "en")[-1].full) for o in holders}) == 1 else None

    @staticmethod
    def holds(official: Official, on: str) -> bool:
        """True where an official holds the office on an EDTF date; without one, today."""
        return _holds(official, on or "9") if on or not official.until else False

    def right(self, native: str, roles: Iterable[Role], on: str) -> None:
        """Correct the country of a leader where the text's word for it is another state's too: both Congos are 'Congolese'.

        The register knows the person in that office of one state, and somebody else in that of the other.
        """
        for role in roles if on else ():
            offices = frozenset({role.office} | (STATE_HEADS if role.office == "head_of_state" else frozenset()))
            if role.country is None or not offices & LEADERS or ".former" in role.rule:
                continue
            known = self.find(native, frozenset(), offices, on)
            if known is None or known.office not in offices or not known.of.isupper() or not self.holds(known, on):
                continue
            if len(native.split()) != len(known.name.split()) or likeness(native, self._language, known.name, "en") < SURELY:
                continue
            if known.of != role.country and any(self.taken(native, role.country, office, on) for office in offices):
                role.country = known.of

    def taken(self, native: str, country: str, office: str, on: str) -> bool:
        """True where another person than the named one holds the office of a leader on an EDTF date."""
        held = [o for o in self._leaders.get((country, office), ()) if on and _holds(o, on)]
        surname = {t.full for t in tokens(native, self._language)[-1:]}
        if not held or any(t.full in surname for o in held for t in tokens(o.name, "en")[-1:]):
            return False
        spelled = transliterate(native, self._language, country)
        return all(max(likeness(native, self._language, o.name, "en"), likeness(spelled, "en", o.name, "en")) < SAME for o in held)

    def _candidates(self, native: str, language: str) -> list[Official]:
        found = (official for key in sorted(skeleton(native, language)) for official in self._by_key.get(key, ()))
        return list({id(official): official for official in found}.values())

    def _score(
        self,
        native: str,
        language: str,
        mine: tuple[Token, ...],
        official: Official,
        countries: frozenset[str],
        offices: frozenset[str],
    ) -> float:
        same_country = official.country in countries
        same_office, theirs = official.office in offices, tokens(official.name, "en")
        if min(len(mine), len(theirs)) < WHOLE and not (same_country and same_office):
            return 0.0
        if not countries and not same_office and len(mine) > len(theirs):
            return 0.0
        begun = same_office and len(mine) >= WHOLE and part_likeness(theirs[0], mine[0], False) >= SAME
        if not countries and not begun and not any(part_likeness(theirs[-1], t, False) >= SAME for t in mine if not t.initial):
            return 0.0
        if not countries and len(mine) < len(theirs) and max(part_likeness(theirs[0], t, False) for t in mine) < SAME:
            return 0.0
        strict, least = not countries, SAME if countries and (same_office or not offices) else SURELY
        if same_country and same_office and {t.bones for t in mine} == {t.bones for t in theirs}:
            least = ALIKE
        # A pope's or a king's single name is part of many another name.
        spellings = [s for s in (official.name, *official.also) if countries or len(mine) < WHOLE or " " in s]
        alike = max((likeness(native, language, spelling, "en", strict, least) for spelling in spellings), default=0.0)
        if alike < least:
            return 0.0
        return alike + OFFICE * same_office - LENGTH * abs(len(mine) - len(theirs))


def _spelled(name: str) -> str:
    return key(name).replace("-", " ")


def _holds(official: Official, on: str) -> bool:
    """True where the office is held on an EDTF date, as far as the register says."""
    return bool(official.since) and (official.since or "") <= on and (not official.until or official.until >= on)


def english(native: str, language: str, country: str | None) -> str:
    """The usual English spelling of a name that no register knows."""
    return transliterate(native, language, country)
