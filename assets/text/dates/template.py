"""The little language of date templates: text to nodes. Knows no words, no calendar and no regex.

A backslash makes the next sign a literal one.
"""

from __future__ import annotations

from dataclasses import dataclass

_SPECIAL = "{}[]()|<>\\"


class TemplateError(ValueError):
    """A template that can't be read; the message quotes it."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Text that must stand there."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A named place: `{day}`."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; `[...]` is a choice with nothing as its last."""

    options: tuple[Sequence, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """`<...>`: must stand there, is no part of the date."""

    inner: Sequence


Node = Literal | Slot | Choice | Context
Sequence = tuple[Node, ...]


def parse(template: str) -> Sequence:
    """The nodes of a template.

    Raises:
        TemplateError: brackets that don't match, an empty slot.
    """
    nodes, rest = _sequence(template, 0, template)
    if rest != len(template):
        raise TemplateError(f"unexpected {template[rest]!r} at {rest} in {template!r}")
    return nodes


def _sequence(text: str, at: int, whole: str) -> tuple[Sequence, int]:
    nodes: list[Node] = []
    while at < len(text) and text[at] not in "|])>":
        node, at = _node(text, at, whole)
        nodes.append(node)
    return tuple(nodes), at


def _node(text: str, at: int, whole: str) -> tuple[Node, int]:
    opening = text[at]
    if opening == "{":
        end = text.find("}", at)
        if end <= at + 1:
            raise TemplateError(f"a slot without a name or end in {whole!r}")
        return Slot(text[at + 1 : end]), end + 1
    if opening == "\\" and at + 1 < len(text):
        return Literal(text[at + 1]), at + 2
    if opening in "[(<":
        return _group(text, at, whole)
    end = at
    while end < len(text) and text[end] not in _SPECIAL:
        end += 1
    if end == at:
        raise TemplateError(f"unexpected {opening!r} at {at} in {whole!r}")
    return Literal(text[at:end]), end


def _group(text: str, at: int, whole: str) -> tuple[Node, int]:
    opening, closing = text[at], {"[": "]", "(": ")", "<": ">"}[text[at]]
    options: list[Sequence] = []
    at += 1
    while True:
        option, at = _sequence(text, at, whole)
        options.append(option)
        if at >= len(text) or text[at] not in "|" + closing:
            raise TemplateError(f"{opening!r} without {closing!r} in {whole!r}")
        at += 1
        if text[at - 1] == closing:
            break
    if opening == "[":
        options.append(())
    if opening == "<":
        return Context((Choice(tuple(options)),)), at
    return Choice(tuple(options)), at
