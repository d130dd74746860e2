"""From a name as it stands in the sentence to its dictionary form.

An ending is taken off where something speaks for the shorter form: the lexicon, another place in the
document, the form of a surname, or an office before it in the same case. Not here: affixes of other words.
"""

from __future__ import annotations

from assets.enriched.reading.people.canvas import Canvas
from assets.enriched.reading.people.lexis import Base
from assets.enriched.reading.people.name import Name
from assets.languages.schema.acts import Helper, Trigger

VOWELS = frozenset("aeiouyəаеиоуыэюя")
"""After a vowel a name's last letters are hardly an ending."""
BUFFERS = frozenset("yn")
"""Letters that part an ending from a vowel before it."""
BEHIND = 20
"""Characters within which the letters that somebody hands over, or the call to somebody, are named."""
NEXT = 2
"""Characters within which the next word begins."""
WITH = frozenset({"meeting", "call", "consultations"})
"""Acts that somebody does with somebody."""
SHORTEST = 2
"""Letters that must be left of a name."""


def _takes_whom(told: object) -> bool:
    """True for what is done to somebody in the dative: letters are handed to, a call is made to."""
    if isinstance(told, Helper):
        return told.kind == "credentials"
    return isinstance(told, Trigger) and (told.kind == "credentials" or (told.kind == "call" and told.mood is not None))


class Inflection:
    """Dictionary forms of the names of one page, whose other capitalised words are evidence for them."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas, self._sheet, self._lexis = canvas, canvas.page.sheet, canvas.lexis

    def bases(self, word: str) -> list[Base]:
        """Possible dictionary forms of a folded word."""
        return [base for base in self._lexis.bases(word) if len(word) - len(base.ending) >= SHORTEST]

    def words(self, name: Name, inflected: bool, straight: bool = False) -> list[str]:
        """The parts of a name in dictionary form, as written.

        Args:
            inflected: True where the office before the name stands in a case other than the nominative.
            straight: True where it surely stands in the nominative, and the name with it.
        """
        oblique = inflected
        found: list[str] = []
        for number, (start, end) in enumerate(name.tokens):
            last = number == len(name.tokens) - 1
            word = self._sheet.text[start:end]
            nominative = straight and not inflected
            cut, base, changed = self._sure(word) if nominative else self._cut(word, oblique, last, len(name.tokens))
            if last and not cut and word not in self._lexis.parts:
                cut = self._governed(word, end) or self._elsewhere(name, word)
            oblique = oblique or changed
            if number and (particles := self._sheet.text[name.tokens[number - 1][1] : start].strip(" -")):
                found.append(self._sheet.original(start - len(particles) - 1, start - 1))
            found.append(self._sheet.original(start, end - cut) + base)
        return self._of_a_man(found, name) if oblique else found

    def _of_a_man(self, found: list[str], name: Name) -> list[str]:
        """The name with a man's given name where one is a woman's in another case, and the surname has lost the same ending.

        A woman's surname that ends in a consonant takes no ending: 'Яна Кубиша' is Ян Кубиш, 'Яны Кубиш' a woman.
        """
        first = self._sheet.text[slice(*name.tokens[0])]
        last = self._sheet.text[slice(*name.tokens[-1])]
        if len(found) < 2 or found[0].casefold() != first or self._lexis.head_last:
            return found
        ending = last[len(found[-1]) :] if last.startswith(found[-1].casefold()) else ""
        man = first.removesuffix(ending) if ending and found[-1][-1:] not in VOWELS else first
        if man == first or (first in self._lexis.parts and not self._lexis.given(man)):
            return found
        return [self._sheet.original(name.tokens[0][0], name.tokens[0][1] - len(ending)), *found[1:]]

    def _elsewhere(self, name: Name, word: str) -> int:
        """Letters of an ending without which the page has the whole name too: 'Ceyhun Bayramova' of Ceyhun Bayramov."""
        text = self._canvas.text
        first = text[name.start : name.tokens[-1][0]]
        bases = (b for b in self.bases(word) if first and not b.put and b.form in self._canvas.seen and self._lexis.head_last)
        return next((len(b.ending) for b in bases if f"{first}{b.form} " in text), 0)

    def _governed(self, word: str, end: int) -> int:
        """Letters of an ending that the word right after the name asks for: 'with X' before talks, 'of X' before a noun that is X's.

        Only where names take their endings without an apostrophe, which would tell.
        """
        lexis, page = self._lexis, self._canvas.page
        if not lexis.object_endings:
            return 0
        wanted: set[str] = set()
        for match in page.words("act", end, end + NEXT):
            trigger = match.entry.value
            if not isinstance(trigger, Trigger):
                continue
            wanted |= lexis.with_endings if trigger.kind in WITH else frozenset()
            wanted |= lexis.owner_endings if trigger.mood is None and match.word_end > match.end else frozenset()
            wanted |= lexis.object_endings if trigger.part == "receiving" and trigger.mood is not None else frozenset()
        behind = [*page.words("act", end, end + BEHIND), *page.words("helper", end, end + NEXT)]
        wanted |= lexis.goal_endings if any(_takes_whom(m.entry.value) for m in behind) else frozenset()
        fit = [b.ending for b in self.bases(word) if b.ending in wanted and not b.put]
        fit = [e for e in fit if (word[-len(e) - 1] in VOWELS) == (e[0] in BUFFERS and len(e) > 1)]
        return max(map(len, fit), default=0)

    def _oblique_alone(self, ending: str) -> bool:
        """True for an ending that no given name of the lexicon has in the nominative."""
        return len(ending) > 1 or ending not in self._lexis.given_finals

    def _sure(self, word: str) -> tuple[int, str, bool]:
        """What is no part of a name in any case: the apostrophe and what follows it."""
        if word in self._lexis.parts:
            return 0, "", False
        return next(((len(ending), put, True) for _, ending, put, sure in self.bases(word) if sure), (0, "", False))

    def _cut(self, word: str, oblique: bool, last: bool, size: int) -> tuple[int, str, bool]:
        """Letters to cut, letters to add, and whether the word was inflected."""
        lexis = self._lexis
        if word.endswith(".") or word in lexis.parts:
            return 0, "", False
        feminine = lexis.surname(word)
        bases = [found for found in self.bases(word) if last or found[1] not in lexis.last_endings]
        # A shorter ending that leaves a known name is the right one: Ərdoğan-ın, not Ərdoğa-nın.
        bases = bases if feminine else sorted(bases, key=lambda found: found[0] not in lexis.parts)
        for base, ending, put, sure in bases:
            if sure or (base in lexis.parts and not feminine):
                return len(ending), put, True
            if feminine and not oblique:
                continue
            if (last and base in self._canvas.seen) or (lexis.surname(base) and (last or oblique)) or base in lexis.parts:
                return len(ending), put, True
        if oblique and size > 1 and not feminine:
            for _, ending, put, _ in bases:
                plain = (not put and word[-len(ending) - 1] not in VOWELS) or (not last and put and self._oblique_alone(ending))
                if plain:
                    return len(ending), put, True
        return 0, "", False
