"""Markdown with front matter: a text under a head of YAML or TOML that names its parts.

Here: the head, and the text as a page. Not here: names of keys (web.toml, as for JSON).
"""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

import yaml

from assets.parsed.formats.json_records import page_of_object
from assets.parsed.formats.within import Pages
from assets.parsed.knowledge import Knowledge
from assets.parsed.model import Problem

_HEAD: Final = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<head>.{1,20000}?)\r?\n(?P=fence)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEY: Final = re.compile(r"^[\w-]+\s*[:=]", re.MULTILINE)


class MarkdownReader:
    """One article."""

    media_type = "text/markdown"

    def claims(self, text: str, known: Knowledge) -> bool:  # noqa: ARG002 - the protocol's signature
        """True where the text begins with a fenced head that has keys."""
        found = _HEAD.match(text)
        return found is not None and _KEY.search(found["head"]) is not None

    def records(self, text: str, known: Knowledge) -> Pages:
        """The article."""
        from markdown_it import MarkdownIt

        found = _HEAD.match(text)
        head = _read(found["head"], found["fence"]) if found else None
        if head is None or found is None:
            yield Problem("broken_front_matter", "the head is no table of keys", text[:200])
            return
        markup = MarkdownIt("commonmark").render(text[found.end() :])
        yield page_of_object({name: value for name, value in head.items() if name not in known.fields["text"]} | {"text": markup}, known)


def _read(head: str, fence: str) -> dict[str, Any] | None:
    try:
        read = tomllib.loads(head) if fence == "+++" else yaml.safe_load(head)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None
    return {str(name): value for name, value in read.items()} if isinstance(read, dict) else None
