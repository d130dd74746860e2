"""JSON and JSON Lines: objects with the parts of an article under the usual names.

Here: finding the records and their parts. Not here: names of keys (web.toml), what is in the text (layout).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from assets.parsed.formats.pages import page_of_html
from assets.parsed.model import Metadata, Page, Problem

if TYPE_CHECKING:
    from assets.parsed.formats.within import Pages
    from assets.parsed.knowledge import Knowledge

_SAMPLE = 200
_PROBED_LINES = 20
_MARKUP = re.compile(r"</?(?:p|br|div|span|h[1-6]|a|ul|li|strong|em|html|body|article)\b[^>]*>", re.IGNORECASE)
_WHOLE_PAGE = re.compile(r"<(?:html|body|head)\b", re.IGNORECASE)


class JsonReader:
    """One object, a list of objects, or an object that wraps such a list."""

    media_type = "application/json"

    def claims(self, text: str, known: Knowledge) -> bool:  # noqa: ARG002 - the protocol's signature
        """True for valid JSON, and for a broken object or list that is no JSON Lines either."""
        start = text.lstrip()[:2]
        if start[:1] not in ("{", "["):
            return False
        if _loaded(text) is not None:
            return True
        return not _has_json_lines(text) and re.match(r'[\[{]\s*["{\[]', text.lstrip()) is not None

    def records(self, text: str, known: Knowledge) -> Pages:
        """Each object, in order."""
        loaded = _loaded(text)
        if loaded is None:
            yield Problem("broken_json", "the file is no valid JSON", text[:_SAMPLE])
            return
        items = _items(loaded, known.fields["items"])
        if not items:
            yield Problem("empty_document", "a list without entries")
        for item in items:
            yield page_of_object(item, known)


class JsonLinesReader:
    """One object a line; a broken line costs that line only."""

    media_type = "application/jsonl"

    def claims(self, text: str, known: Knowledge) -> bool:  # noqa: ARG002 - the protocol's signature
        """True where one of the first lines is a whole object."""
        return text.lstrip()[:1] == "{" and _has_json_lines(text)

    def records(self, text: str, known: Knowledge) -> Pages:
        """Each line that isn't blank."""
        for line in filter(None, map(str.strip, text.split("\n"))):
            loaded = _loaded(line)
            if loaded is None:
                yield Problem("broken_json", "the line is no valid JSON", line[:_SAMPLE])
            else:
                yield page_of_object(loaded, known)


def page_of_object(item: Any, known: Knowledge) -> Page | Problem:
    """The article in an object: its text, and what it says of title, date, address, site and language."""
    if not isinstance(item, Mapping):
        return Problem("not_an_object", f"a {type(item).__name__} where an article should be", str(item)[:_SAMPLE])
    flat = {str(key).lower().replace("-", "_"): value for key, value in item.items()}
    nested = flat.get("_source") or flat.get("fields")
    if isinstance(nested, Mapping):
        flat = {str(key).lower().replace("-", "_"): value for key, value in nested.items()} | flat
    part = {name: _part(flat, keys) for name, keys in known.fields.items() if name != "items"}
    text = part["text"]
    if not text:
        return Problem("no_text", f"no text among {', '.join(sorted(flat))[:_SAMPLE]}", json.dumps(item, ensure_ascii=False)[:_SAMPLE])
    said = Metadata(part["title"], part["published"], part["url"], part["site"], part["language"])
    if _MARKUP.search(text):
        return page_of_html(text, said, whole=bool(_WHOLE_PAGE.search(text)))
    return Page(text, said)


def _part(item: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first of the keys that has something: a text, a number, a day or a moment, a list of paragraphs, or a thing with a name."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, list) and value and all(isinstance(entry, str) for entry in value):
            value = "\n\n".join(value)
        elif isinstance(value, Mapping):
            value = value.get("rendered") or value.get("name") or value.get("title")
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        elif isinstance(value, date):
            value = value.isoformat()
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _items(loaded: Any, keys: tuple[str, ...]) -> list[Any]:
    """The records: a list's entries, those of a list inside, or the thing itself."""
    if isinstance(loaded, list):
        return loaded
    if isinstance(loaded, Mapping):
        for key in keys:
            inner = loaded.get(key)
            if isinstance(inner, list) and inner and all(isinstance(entry, Mapping) for entry in inner):
                return inner
            if isinstance(inner, Mapping) and any(isinstance(value, list) for value in inner.values()):
                return _items(inner, keys)
    return [loaded]


def _loaded(text: str) -> Any:
    """The value of a JSON text; None where it is none, or nested beyond reason."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _has_json_lines(text: str) -> bool:
    lines = islice(filter(None, map(str.strip, text.split("\n"))), _PROBED_LINES)
    return any(line.startswith("{") and isinstance(_loaded(line), dict) for line in lines)
