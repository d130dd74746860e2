"""Templates to regexes: one pattern a template, and one scanner that finds where a template may begin.

Here: compilation, done once a language. Not here: what a match means (reader), how templates are spelt (template).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import count, groupby

from assets.languages.schema.dates import DatesSection
from assets.text.dates.lexicon import DIGIT, Field, fields, longest_first
from assets.text.dates.template import Choice, Context, Literal, Sequence, Slot, TemplateError, parse
from assets.text.fold import fold_short

_END = r"(?![^\W_]|[.,:/]\d)"
_BLANK = "[ \n]"
NEVER = "(?!)"
"""A regex that matches nothing."""
NEAR = 24
"""Code points before a date in which the words of a `<...>` stand."""
REACH = 40
"""Code points around a date in which the words of a frame stand."""


Element = tuple[str, bool]
"""A piece of a template's regex; true where templates that begin alike may share it."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A compiled template: its name, what kind of statement it is, its regex and which group fills which slot.

    `before` must match at the end of the text before the date, where the template asks for context.
    """

    name: str
    kind: str
    source: str
    before: re.Pattern[str] | None
    slots: tuple[tuple[str, str], ...]
    elements: tuple[Element, ...]
    weight: tuple[int, int]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The regex of this rule alone; compiled when it is first needed, since most rules of a language never are."""
        return _compiled(self.source)

    def in_context(self, text: str, at: int) -> bool:
        """True where the text before a date is what the template asks for."""
        return self.before is None or bool(self.before.search(text[max(0, at - NEAR) : at]))

    def filled(self, text: str) -> tuple[dict[str, str], tuple[int, int]]:
        """The text of every slot of a matched date; and where the first date of a pair ends and the second begins."""
        match = self.pattern.fullmatch(text)
        if match is None:
            raise TemplateError(f"{self.name!r} does not read {text!r} alone as it did in its text")
        spans = {slot: match.span(group) for group, slot in self.slots if match[group] is not None}
        second = next((start for slot, (start, _) in spans.items() if slot.endswith("2")), len(text))
        first_end = max((end for _, end in spans.values() if end <= second), default=second)
        return {slot: text[start:end] for slot, (start, end) in spans.items()}, (first_end, second)


Hit = tuple[Rule, int, int]
"""A rule with start and end of its date in the folded text."""


class Bucket:
    """The rules that begin alike: those without context as one regex, the few others one by one."""

    def __init__(self, rules: Iterable[Rule], prefix: str) -> None:
        every = sorted(rules, key=lambda rule: rule.weight, reverse=True)
        self._in_context = tuple(rule for rule in every if rule.before)
        self._plain = tuple(rule for rule in every if not rule.before)
        self._prefix = prefix
        self._choice_kept: re.Pattern[str] | None = None
        self._context_choice_kept: re.Pattern[str] | None = None

    @property
    def _choice(self) -> re.Pattern[str]:
        if self._choice_kept is None:
            self._choice_kept = _choice(self._plain, self._prefix)
        return self._choice_kept

    @property
    def _context_choice(self) -> re.Pattern[str]:
        if self._context_choice_kept is None:
            self._context_choice_kept = _choice(self._in_context, self._prefix)
        return self._context_choice_kept

    def match(self, text: str, at: int) -> Hit | None:
        """The rule whose match there reaches furthest, one in context before one without."""
        best = None
        if self._in_context and self._context_choice.match(text, at):
            best = self._match_in_context(text, at)
        which = self._choice.match(text, at)
        if which and (best is None or which.end() > best[2]):
            return self._plain[int((which.lastgroup or "")[1:])], which.end("prefix"), which.end()
        return best

    def _match_in_context(self, text: str, at: int) -> Hit | None:
        hits = [
            (rule, match.start("date"), match.end())
            for rule in self._in_context
            if (match := rule.pattern.match(text, at)) and rule.in_context(text, at)
        ]
        return max(hits, key=lambda hit: hit[2], default=None)


@dataclass(frozen=True, slots=True)
class Matcher:
    """All templates of a language. `scanner` finds beginnings; `buckets` lead from one to the rules that begin so.

    The scanner begins with what stands before a word, not with the boundary: so it is tried between words only.

    numbers: what a rule may begin with where it begins with a number: most numbers of a text are none of these.
    """

    scanner: re.Pattern[str]
    numbers: re.Pattern[str]
    buckets: dict[str, Bucket]

    def find(self, text: str) -> list[Hit]:
        """Leftmost matches in a folded text, none overlapping."""
        found: list[Hit] = []
        end = 0
        for start in self.scanner.finditer(f" {text}"):  # what it finds begins in the text where it begins itself here
            at, word = start.start(), start[1]
            if at < end or (word is None and not self.numbers.match(text, at)):
                continue
            hit = self.buckets[DIGIT if word is None else word.replace("\n", " ")].match(text, at)
            if hit:
                found.append(hit)
                end = hit[2]
        return found


class Compiler:
    """Builds the regexes of one language's section."""

    def __init__(self, section: DatesSection) -> None:
        self.fields = fields(section)
        self.words = {name: tuple(parse(entry) for entry in entries) for name, entries in section.words.items()}
        self.prefix = f"(?:{'|'.join(longest_first(map(_folded, section.prefixes)))})?" if section.prefixes else ""

    def rule(self, name: str, kind: str, template: str) -> tuple[Rule, list[str]]:
        """A template's rule and how its text may begin.

        Raises:
            TemplateError: a template that can't be read, an unknown slot, or a beginning of nothing or a sign.
        """
        try:
            return self._rule(name, kind, template)
        except TemplateError as error:
            raise TemplateError(f"[dates.{kind}] {name}: {error}") from error

    def _rule(self, name: str, kind: str, template: str) -> tuple[Rule, list[str]]:
        nodes = parse(template)
        groups: list[tuple[str, str]] = []
        before = None
        if isinstance(nodes[0], Context):
            before = re.compile(rf"(?<![^\W_]){self.prefix}{self._source(nodes[0].inner, [], count())}\Z")
            nodes = nodes[1:]
        core = self._source(nodes, groups, count())
        firsts, empty = self._firsts(nodes)
        firsts = [DIGIT if word[:1].isdigit() else word for word in firsts]
        if empty or not all(word and (word == DIGIT or word[0].isalpha()) for word in firsts):
            raise TemplateError(f"{template!r} may begin with no word or number")
        source = f"{self.prefix}(?P<date>{core}){_END}"
        elements = tuple(element for node in nodes for element in self._elements(node))
        weight = len({slot for _, slot in groups}), self._least(nodes)
        return Rule(name, kind, source, before, tuple(groups), elements, weight), firsts

    def frame(self, template: str) -> tuple[re.Pattern[str], ...]:
        """The patterns before, between and after the `{date}`s of a frame."""
        pieces = [self._source(parse(piece), [], count()) for piece in template.split("{date}")]
        before = re.compile(rf"(?<![^\W_]){self.prefix}{pieces[0]}\Z")
        between = [re.compile(rf"{piece}\Z") for piece in pieces[1:-1]]
        return before, *between, re.compile(f"{pieces[-1]}{_END if pieces[-1] else ''}")

    def signs(self, templates: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """What tells quickly that no frame of one date can hold: all that may stand before one, all that may follow."""
        sides = [template.split("{date}") for template in templates]
        heads = [self._source(parse(side[0]), [], count()) for side in sides if side[0]]
        tails = [self._source(parse(side[1]), [], count()) for side in sides if not side[0]]
        return re.compile(rf"(?:{'|'.join(heads) or NEVER})\Z"), re.compile("|".join(tails) or NEVER)

    def matcher(self, rules: Iterable[tuple[Rule, list[str]]]) -> Matcher:
        """One scanner over all rules. Those with more slots are tried first, then those with more words of their own."""
        ordered = [(rule, tuple(firsts)) for rule, firsts in rules]
        beginnings = {word for _, firsts in ordered for word in firsts}
        buckets: dict[tuple[int, ...], Bucket] = {}
        table = {}
        for word in beginnings:
            chosen = tuple(i for i, (_, firsts) in enumerate(ordered) if word.startswith(firsts))
            if chosen not in buckets:
                buckets[chosen] = Bucket((ordered[i][0] for i in chosen), self.prefix)
            table[word] = buckets[chosen]
        digits = r"\d(?<!\d[.,:/+]\d)(?<!\+\d)\d*"
        heads = dict.fromkeys(_head(rule) for rule, firsts in ordered if DIGIT in firsts)
        scanner = re.compile(rf"\W(?:{digits}|{self.prefix}({_trie(beginnings - {DIGIT}) or NEVER}))")
        return Matcher(scanner, re.compile("|".join(heads) or NEVER), table)

    def _source(self, nodes: Sequence, groups: list[tuple[str, str]], number: count[int]) -> str:
        return "".join(self._node(node, groups, number) for node in nodes)

    def _node(self, node: object, groups: list[tuple[str, str]], number: count[int]) -> str:
        if isinstance(node, Literal):
            return "".join(_BLANK if letter == " " else re.escape(letter) for letter in _folded(node.text))
        if isinstance(node, Context):
            raise TemplateError("<...> must stand first in its template")
        if isinstance(node, Choice):
            optional = not node.options[-1]
            options = [self._source(option, groups, number) for option in node.options if option]
            return f"(?:{'|'.join(options)}){'?' if optional else ''}"
        if not isinstance(node, Slot):
            raise TemplateError(f"no template holds {node!r}")
        if node.name in self.words:
            return f"(?:{'|'.join(self._source(entry, groups, number) for entry in self.words[node.name])})"
        value, endings = self._field(node.name).source()
        group = f"{node.name}_{next(number)}"
        groups.append((group, node.name))
        return f"(?P<{group}>{value}){endings}"

    def _elements(self, node: object) -> list[Element]:
        """A node's sources, and whether neighbours that begin alike may share them: only what can match in one way."""
        if isinstance(node, Slot) and node.name not in self.words:
            value, endings = self._field(node.name).source()
            return [(f"(?:{value})", True)] + ([(endings, False)] if endings else [])
        return [(_unnamed(self._node(node, [], count())), isinstance(node, Literal))]

    def _firsts(self, nodes: Sequence) -> tuple[list[str], bool]:
        """How a sequence may begin, and whether it may be empty."""
        found: list[str] = []
        for node in nodes:
            if isinstance(node, Literal):
                return [*found, _folded(node.text).strip()], False
            options = self._options(node)
            if options is None:
                return found + self._field(node.name).firsts(), False  # type: ignore[union-attr]
            inner = [self._firsts(option) for option in options]
            found += [word for words, _ in inner for word in words]
            if not any(empty for _, empty in inner):
                return found, False
        return found, True

    def _least(self, nodes: Sequence) -> int:
        """How many letters of its own a template has at the least: what makes it more telling than another."""
        total = 0
        for node in nodes:
            options = () if isinstance(node, Literal) else self._options(node) or ()
            total += len(node.text) if isinstance(node, Literal) else min(map(self._least, options), default=0)
        return total

    def _options(self, node: object) -> tuple[Sequence, ...] | None:
        if isinstance(node, Choice):
            return node.options
        return self.words.get(node.name) if isinstance(node, Slot) else None

    def _field(self, name: str) -> Field:
        if name not in self.fields:
            raise TemplateError(f"no slot and no word list is named {name!r}")
        return self.fields[name]


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _head(rule: Rule) -> str:
    """A regex for what a rule's date begins with: its elements up to the first that can't be empty."""
    head = ""
    for source, _ in rule.elements:
        head += source
        if not re.fullmatch(source, ""):
            break
    return head


def _choice(rules: tuple[Rule, ...], prefix: str) -> re.Pattern[str]:
    """One regex for all rules; the name of its last group, an empty one, tells which of them matched."""
    options = [(*rule.elements, (f"{_END}(?P<r{i}>)", False)) for i, rule in enumerate(rules)]
    return re.compile(f"(?P<prefix>{prefix}){_alternation(options)}" if options else NEVER)


def _alternation(options: list[tuple[Element, ...]]) -> str:
    """A regex for sequences of elements, in their order, that tries once what neighbours begin with.

    Sharing an element that can match in several ways would change the order: a shorter option would then win over an
    earlier one that needs the second way.
    """
    parts = []
    for (source, shared), group in groupby(options, key=lambda option: option[0]):
        rests = [option[1:] for option in group]
        if shared or len(rests) == 1:
            parts.append(source + (_alternation(rests) if any(rests) else ""))
        else:
            parts += [source + "".join(element for element, _ in rest) for rest in rests]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _unnamed(source: str) -> str:
    return re.sub(r"[(][?]P<[^>]+>", "(?:", source)


def _trie(words: Iterable[str]) -> str:
    """A regex for any of the words that shares their beginnings: several times as fast as a plain alternation."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", None) is not None
    options = [(_BLANK if letter == " " else re.escape(letter)) + _trie(rest) for letter, rest in by_letter.items()]
    if not options:
        return ""
    return f"(?:{'|'.join(options)}){'?' if ends else ''}"


def _folded(text: str) -> str:
    return fold_short(text)
