"""Outlets that no register has: names that stand where only a source stands.

Here: a name in a dateline's brackets, a quoted name beside a formula of attribution, a name with a word of the press in it
or a press noun beside it, a name behind 'Source:'. Not here: outlets by domain, sign-off and brand line (outlets), and
whether what is named is cited (voices).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assets.enriched.reading.entities.spotting import either
from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers
from assets.text.fold import key
from assets.text.matcher import Match
from assets.text.names.parts import parts

OPENING = 4
"""Paragraphs in which a dateline may stand, the headline among them."""
LONGEST = 4
"""Words of a name at the most."""
QUOTED = 3
"""Words of a quoted name at the most: longer ones are speech."""
BETWEEN = 2
"""Words between a formula and a name at the most: articles and press nouns."""
REACH = 60
"""Characters beside a formula in which a name may stand."""
LEADING, FOLLOWING, EITHER = ("before", "label", "told"), ("after",), ("around",)
HEAD = 100
"""Characters at the head of a paragraph in which the signs of a dateline stand: more than any of the patterns reaches over."""
_NAME = r"[^()\n/,\d\"]{2,40}"
_OPENED = re.compile(rf"([^\n()]{{0,45}}?)\(({_NAME})(?:[,/:][^)\n]{{0,25}})?\)\s*(?:[-–—:]|\.\s)")
_SLASHED = re.compile(rf"([^\n/]{{2,45}}?)/\s?({_NAME})\s?/\s*[-–—:.]?")
_HEADED = re.compile(rf"({_NAME}?)\s?[:–—-]\s")
"""A name that heads a paragraph: 'NAME – …', 'NAME: …'."""
_JOINED = re.compile(rf"([^\n,]{{2,30}}), ({_NAME}?)\s?[–—-]\s")
"""A place and a name that head one: 'Nha Trang, NAME – …'."""
_QUOTE_AFTER = re.compile(rf"\s*(?:[^\W\d_]+\s+){{0,{BETWEEN}}}\"([^\"\n]{{2,30}})\"(\s*,)?")
_QUOTE_BEFORE = re.compile(rf"\"([^\"\n]{{2,30}})\"(?:['-]?\w{{1,6}})?\s*,?\s*(?:[^\W\d_]+\s+){{0,{BETWEEN}}}$")
_QUOTED = re.compile(r"\"([^\"\n]{3,40})\"")
_ENDING = re.compile(r"(?<=\w{3})(?:'[a-zəıöüşçğ]{1,5}|-[a-zəıöüşçğ]{1,3})$")
"""What a case adds behind an apostrophe or a hyphen: "Toros Ajansı'nın"."""
_LATIN = re.compile(r"[a-z]")
_STOP = re.compile(r"[.;:!?,\n](?:\s|$)")


class UnregisteredReader:
    """Finds names of outlets that the register does not have.

    Args:
        pack: its press nouns, words of outlets' names, and how it writes names.
        registers: for the names of outlets that are also words.
    """

    def __init__(self, pack: Pack, registers: Registers) -> None:
        spoken = (pack.language.code, "mul")
        self._weak = frozenset(key(row.text) for row in registers.stopwords if row.kind == "press" and row.language in spoken)
        self._links = frozenset(map(key, pack.text.linking))
        self._articles = frozenset(map(key, pack.text.articles))
        self._words = {key(word): latin for word, latin in pack.text.press.items()}
        nouns = either(pack.glue.press_nouns)
        self._noun_before = re.compile(rf"\b(?:{nouns})\W+$") if nouns else None
        self._noun_after = re.compile(rf"\W+(?:{nouns})\b") if nouns else None
        self._nouns_at = re.compile(rf"\s*(?:(?:{nouns})\W+)+") if nouns else None
        self._compounds = tuple(map(key, pack.text.compounds))
        self._common = frozenset(map(key, pack.text.common))
        self._cased = pack.language.cased
        self._latin = pack.language.script == "Latn"
        self._people = parts(pack.language.code)

    def read(self, page: Page) -> Iterator[Span]:
        """Spans of names; those that lie in another organisation's name, in a place or a person left out."""
        bodies = [m for kind in ("organisation", "press", "body") for m in page.found.get(kind, ())]
        places = [m for kind in ("country", "place") for m in page.found.get(kind, ())]
        for span in self._candidates(page):
            taken = any(m.start < span.end and span.start < m.end and not self._outgrows(page, span, m) for m in bodies)
            inside = any(m.start <= span.start and span.end <= m.word_end for m in places)
            if not inside and not taken:
                yield span

    def _outgrows(self, page: Page, span: Span, known: Match) -> bool:
        """True where a name goes on around an outlet's of the register: 'Yayla Postası', '"Turan yolu"'.

        Outside of quotation marks only around one that is a word too, by more than a word of the press or a small one.
        """
        if known.entry.kind != "press" or not (span.start <= known.word_start and known.word_end <= span.end):
            return False
        quoted = '"' in (page.sheet.text[span.start - 1 : span.start], page.sheet.text[span.end : span.end + 1])
        rest = [w for w in page.sheet.words(*span) if w.end <= known.word_start or w.start >= known.word_end]
        more = [w for w in (page.sheet.text[w.start : w.end] for w in rest) if w not in self._words and w not in self._common]
        return any(len(word) > 2 for word in more) and (quoted or key(known.entry.text) in self._weak)

    def _candidates(self, page: Page) -> Iterator[Span]:
        yield from self._in_dateline(page)
        yield from self._quoted_beside_speech(page)
        for kind in (*LEADING, *FOLLOWING, *EITHER):
            for formula in page.found.get(f"source.{kind}", ()):
                if kind not in FOLLOWING:
                    yield from self._right_of(page, formula)
                if kind not in LEADING:
                    yield from self._left_of(page, formula)

    def _quoted_beside_speech(self, page: Page) -> Iterator[Span]:
        """'… sagte sie der "NAME Rundschau"': a name in quotation marks with a word of the press, where somebody speaks."""
        for formula in page.found.get("source.said", ()) if self._cased else ():
            sentence = page.sheet.sentences[page.sheet.sentence_at(formula.start)]
            for quoted in _QUOTED.finditer(page.sheet.text, sentence.start, sentence.end):
                if self._has_press_word(page, Span(*quoted.span(1))):
                    yield Span(*quoted.span(1))

    def _in_dateline(self, page: Page) -> Iterator[Span]:
        """'Hanoi (NAME) -', 'ERIVAN, 5 May. /NAME/.', '(NAME) - …' where a paragraph begins."""
        for start, end in page.sheet.paragraphs[:OPENING]:
            head = page.sheet.text[start : min(end, start + HEAD)]
            for sign, pattern in (("(", _OPENED), ("/", _SLASHED)):
                found = pattern.match(page.sheet.text, start, end) if sign in head else None
                if not found:
                    continue
                lead = found.group(1).strip()
                marked = not lead or any(map(str.isdigit, lead)) or self._names_place(page, start, found.end(1))
                if marked and self._is_name(page, Span(*found.span(2))):
                    yield Span(*found.span(2))
            if ":" not in head and "-" not in head:
                continue
            headed = _HEADED.match(page.sheet.text, start, end)
            labelled = bool(page.words("source.label", start, start + 1))
            if headed and not labelled and self._has_press_word(page, Span(*headed.span(1))):
                yield Span(*headed.span(1))
            joined = _JOINED.match(page.sheet.text, start, end)
            if joined and self._names_place(page, start, joined.end(1)) and page.sheet.original(*joined.span(2)).isupper():
                yield Span(*joined.span(2))

    def _right_of(self, page: Page, formula: Match) -> Iterator[Span]:
        text, first = page.sheet.text, formula.word_end
        quoted = _QUOTE_AFTER.match(text, first, first + REACH)
        # A comma behind it is that of quoted speech, but not where several words cite: 'به گزارش'.
        named_so = quoted and (quoted.group(2) is None or " " in formula.entry.text)
        if quoted and named_so and self._is_name(page, Span(*quoted.span(1)), QUOTED):
            yield Span(*quoted.span(1))
            return
        if not self._cased and (named := self._behind_noun(page, first)):
            yield named
            return
        if text[first : first + 1] == ",":
            return
        words = page.sheet.words(first, self._clause_end(page, first))
        for skipped in range(min(BETWEEN + 1, len(words))):
            run = self._run(page, words[skipped:])
            if run and self._shows(page, run):
                yield run
                return
        if formula.entry.value == "label" and words and self._is_line(page, formula, words):
            yield Span(words[0].start, words[-1].end)

    def _behind_noun(self, page: Page, first: int) -> Span | None:
        """In scripts without capitals, the few words between a press noun right after a formula and a mark: 'according to agency NAME,'."""
        noun = self._nouns_at.match(page.sheet.text, first, first + REACH) if self._nouns_at else None
        if noun is None:
            return None
        words = page.sheet.words(noun.end(), self._clause_end(page, noun.end()))
        common = any(page.sheet.text[w.start : w.end] in self._common for w in words)
        span = Span(words[0].start, words[-1].end) if words else None
        return span if span is not None and not common and self._is_name(page, span, QUOTED) else None

    def _left_of(self, page: Page, formula: Match) -> Iterator[Span]:
        text, last = page.sheet.text, formula.word_start
        sentence = page.sheet.sentences[page.sheet.sentence_at(last)]
        quoted = _QUOTE_BEFORE.search(text, max(sentence.start, last - REACH), last) if self._cased else None
        if quoted and self._is_name(page, Span(*quoted.span(1)), QUOTED):
            yield Span(*quoted.span(1))
            return
        words = page.sheet.words(max(sentence.start, last - REACH), last)[-LONGEST - BETWEEN :]
        for first in range(len(words)):
            run = self._run(page, words[first:])
            if run and self._shows(page, run):
                yield run
                return

    def _clause_end(self, page: Page, first: int) -> int:
        """Where the clause ends that begins at an offset."""
        stop = _STOP.search(page.sheet.text, first + 1)
        return min(stop.start() if stop else len(page.sheet.text), first + REACH)

    def _run(self, page: Page, words: list[Span]) -> Span | None:
        """Words in capitals from the first word on, an article left out that is none of the name's, and what a case adds; None
        where it isn't one, or where the script has none. Between capitals a small word may link them: 'Courrier du Nil'.
        """
        run: list[Span] = []
        linked = 0
        for at, word in enumerate(words[: LONGEST + BETWEEN]):
            text = page.sheet.text[word.start : word.end]
            apart = bool(run) and bool(page.sheet.text[run[-1].end : word.start].strip(" &."))
            if not self._cased or apart or len(run) - linked == LONGEST:
                break
            if page.sheet.capital(word.start) or text[0].isdigit():
                run.append(word)
            elif run and text in self._links and at + 1 < len(words) and page.sheet.capital(words[at + 1].start):
                run.append(word)
                linked += 1
            else:
                break
        if not run:
            return None
        first = page.sheet.text[run[0].start : run[0].end]
        opens = len(run) > 1 and first in self._common and first not in self._articles
        ending = _ENDING.search(page.sheet.text, run[-1].start, run[-1].end)
        return Span(run[opens].start, ending.start() if ending else run[-1].end)

    def _shows(self, page: Page, run: Span) -> bool:
        """True where the name shows to be an outlet's: a press word among several, a press noun beside it, foreign letters."""
        written = page.sheet.original(run.start, run.end)
        words = [word for word in map(key, re.findall(r"\w+", written)) if word not in self._articles]
        if any(word in self._people for word in words):
            return False
        if len(words) > 1 and any(word in self._words for word in words) and not all(word in self._words for word in words):
            return True
        noun = bool(self._noun_before and self._noun_before.search(page.sheet.text, max(0, run.start - REACH), run.start))
        if not any(run.start == sentence.start for sentence in page.sheet.sentences):
            noun = noun or bool(self._noun_after and self._noun_after.match(page.sheet.text, run.end))
        letters = [letter for letter in page.sheet.text[run.start : run.end] if letter.isalpha()]
        foreign = not self._latin and bool(letters) and all(map(_LATIN.match, letters))
        return noun or foreign or (len(words) == 1 and (_is_grown(written) or words[0].endswith(self._compounds)))

    def _is_line(self, page: Page, label: Match, words: list[Span]) -> bool:
        """True where a line is nothing but a label and a name."""
        paragraph = page.sheet.paragraphs[page.sheet.paragraph_at(label.start)]
        whole = paragraph.start == label.start and not page.sheet.text[words[-1].end : paragraph.end].strip(" .\"')")
        return whole and self._is_name(page, Span(words[0].start, words[-1].end))

    def _is_name(self, page: Page, span: Span, most: int = LONGEST) -> bool:
        """True for few words, the first in capitals where the script has them, none of them a person's name."""
        words = page.sheet.words(*span)
        if not 0 < len(words) <= most or (self._cased and not page.sheet.capital(words[0].start)):
            return False
        if all(page.sheet.text[w.start : w.end] in self._words for w in words):
            return False
        return not any(page.sheet.text[w.start : w.end] in self._people for w in words)

    def _has_press_word(self, page: Page, span: Span) -> bool:
        """True for a name of several words, one of them a word of outlets' names."""
        words = [page.sheet.text[w.start : w.end] for w in page.sheet.words(*span)]
        return len(words) > 1 and any(word in self._words for word in words) and self._is_name(page, span)

    def _names_place(self, page: Page, start: int, end: int) -> bool:
        return any(m.start < end and m.end > start for kind in ("place", "country") for m in page.words(kind, start, end))


def _is_grown(word: str) -> bool:
    """True for a capital behind a small letter, which brands have inside a word: AzVision, UrduPoint."""
    return any(one.islower() and other.isupper() for one, other in pairwise(word))
