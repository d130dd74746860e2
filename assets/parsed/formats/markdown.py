"""Markdown with front matter: a text under a head of YAML or TOML that names its parts.

Here: the head, and the text as a page. Not here: names of keys (web.toml, as for JSON).
"""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

import yaml

from assets.parsed.formats.json_records import page_of_object
from assets.parsed.formats.within import Fields, Pages
from assets.parsed.model import Problem

_HEAD: Final = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<head>.{1,20000}?)\r?\n(?P=fence)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEY: Final = re.compile(r"^[\w-]+\s*[:=]", re.MULTILINE)


class MarkdownReader:
    """One article."""

    media_type = "text/markdown"

    def records(self, text: str, fields: Fields) -> Pages | None:
        """The article, where the text begins with a fenced head that has keys."""
        found = _HEAD.match(text)
        return self._article(found, fields) if found and _KEY.search(found["head"]) else None

    def _article(self, found: re.Match[str], fields: Fields) -> Pages:
        from markdown_it import MarkdownIt

        text = found.string
        head = _read(found["head"], found["fence"])
        if head is None:
            yield Problem("broken_front_matter", "the head is no table of keys", text[:200])
            return
        markup = MarkdownIt("commonmark").render(text[found.end() :])
        names = fields["text"]
        yield page_of_object({name: value for name, value in head.items() if name not in names} | {names[0]: markup}, fields)


def _read(head: str, fence: str) -> dict[str, Any] | None:
    try:
        read = tomllib.loads(head) if fence == "+++" else yaml.safe_load(head)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None
    return {str(name): value for name, value in read.items()} if isinstance(read, dict) else None
