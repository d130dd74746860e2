"""JSON and JSON Lines: objects with the parts of an article under the usual names.

Here: finding the records and their parts. Not here: names of keys (web.toml), what is in the text (layout).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from assets.parsed.formats.page_metadata import names_of
from assets.parsed.formats.pages import page_of_html
from assets.parsed.model import Metadata, Page, Problem

if TYPE_CHECKING:
    from assets.parsed.formats.within import Fields, Pages

_SAMPLE = 200
_FEW = 10
_PROBED_LINES = 20
_BEGINS = re.compile(r"\s*[\[{]")
_BEGINS_WELL = re.compile(r'\s*[\[{]\s*["{\[]')
_MARKUP = re.compile(r"</?(?:p|br|div|span|h[1-6]|a|ul|li|strong|em|html|body|article)\b[^>]*>", re.IGNORECASE)
_WHOLE_PAGE = re.compile(r"<(?:html|body|head)\b", re.IGNORECASE)


class JsonReader:
    """One object, a list of objects, or an object that wraps such a list."""

    media_type = "application/json"

    def records(self, text: str, fields: Fields) -> Pages | None:
        """The objects of valid JSON; why there are none in a broken object or list, unless it is JSON Lines."""
        if _BEGINS.match(text) is None:
            return None
        loaded = _loaded(text)
        if loaded is None and (_has_json_lines(text) or _BEGINS_WELL.match(text) is None):
            return None
        return self._objects(loaded, text, fields)

    def _objects(self, loaded: Any, text: str, fields: Fields) -> Pages:
        """Each object, in order."""
        if loaded is None:
            yield Problem("broken_json", "the file is no valid JSON", text[:_SAMPLE])
            return
        items = _items(loaded, fields["items"])
        if not items:
            yield Problem("empty_document", "a list without entries")
        for item in items:
            yield page_of_object(item, fields)


class JsonLinesReader:
    """One object a line; a broken line costs that line only."""

    media_type = "application/jsonl"

    def records(self, text: str, fields: Fields) -> Pages | None:
        """The lines, where one of the first is a whole object."""
        return self._lines(text, fields) if _BEGINS.match(text) and _has_json_lines(text) else None

    def _lines(self, text: str, fields: Fields) -> Pages:
        """Each line that isn't blank."""
        for line in filter(None, map(str.strip, text.split("\n"))):
            loaded = _loaded(line)
            if loaded is None:
                yield Problem("broken_json", "the line is no valid JSON", line[:_SAMPLE])
            else:
                yield page_of_object(loaded, fields)


def page_of_object(item: Any, fields: Fields) -> Page | Problem:
    """The article in an object: its text, and what it says of title, date, address, site and language."""
    if not isinstance(item, Mapping):
        sample = str(item)[:_SAMPLE] if isinstance(item, str | int | float) else ""
        return Problem("not_an_object", f"a {type(item).__name__} where an article should be", sample)
    flat = _flat(item)
    nested = flat.get("_source") or flat.get("fields")
    if isinstance(nested, Mapping):
        flat = _flat(nested) | flat
    part: dict[str, Any] = {name: _part(flat, keys) for name, keys in fields.items() if name not in ("items", "author")}
    part["author"] = next((names for key in fields["author"] if (names := names_of(_value(flat, key)))), None)
    text = part["text"]
    if not text:
        texts = (value for value in item.values() if isinstance(value, str))
        return Problem("no_text", f"no text among {', '.join(sorted(flat))[:_SAMPLE]}", " ".join(islice(texts, _FEW))[:_SAMPLE])
    said = Metadata(**{name: value for name, value in part.items() if name != "text"})
    if _MARKUP.search(text):
        return page_of_html(text, said, whole=bool(_WHOLE_PAGE.search(text)))
    return Page(text, said)


def _part(item: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first of the keys that has something: a text, a number, a day or a moment, a list of paragraphs, or a thing with a name."""
    for key in keys:
        value = _value(item, key)
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


def _value(item: Mapping[str, Any], name: str) -> Any:
    """What stands under a name; under one with dots, what they lead to."""
    if (key := key_of(name)) in item:
        return item[key]
    first, dot, rest = name.partition(".")
    inner = item.get(key_of(first)) if dot else None
    return _value(_flat(inner), rest) if isinstance(inner, Mapping) else None


def _flat(item: Mapping[Any, Any]) -> dict[str, Any]:
    return {key_of(str(key)): value for key, value in item.items()}


@lru_cache(maxsize=4_096)
def key_of(name: str) -> str:
    """A key as it is compared: in small letters, with `_` for blanks and hyphens."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")


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
