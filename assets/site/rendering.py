"""From facts to text: the templates, what they may call, and data files. No query is here.

All that comes from articles is untrusted: every template escapes, data files hold no character that could end a script,
and an address is a link only where it is one of the web.
"""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from assets.exports.acts import web

PAGES: Final = (
    ("Today", "index"),
    ("Map", "map"),
    ("Who met whom", "network"),
    ("Acts", "acts"),
    ("People", "people"),
    ("Countries", "countries"),
    ("Organisations", "organisations"),
    ("Coverage", "coverage"),
    ("Quality", "quality"),
)
"""Pages that every page leads to: name and file."""
_SHORT: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WORDS: Final = {
    "igo": "intergovernmental organisation",
    "ngo": "non-governmental organisation",
    "place_id": "place",
    "date_edtf": "date",
}
LANGUAGES: Final = {
    "ar": "Arabic",
    "az": "Azerbaijani",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "ru": "Russian",
    "tr": "Turkish",
    "mul": "in several",
    "und": "unknown",
}
"""Names of languages for readers; another one is told by its code."""
_UNSAFE: Final = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class _Facts(Environment):
    """Looks a name up among a row's columns first: facts are mostly rows, and a page asks for hundreds."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


@cache
def environment() -> Environment:
    """The templates, compiled once a process."""
    made = _Facts(loader=PackageLoader("assets.site"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {"words": words, "date": day, "web": web, "tongue": tongue}
    made.globals |= {"path_of": path_of, "link": link, "PAGES": PAGES}
    return made


def render(template: str, path: str, facts: Mapping[str, Any]) -> str:
    """A page.

    Args:
        template: its name without its ending.
        path: where the page stands below the root, so that its links find the way.
        facts: what the template shows.
    """
    root = "../" * path.count("/")
    return _template(template).render(facts, root=root, here=path, top=_top(root, path if "/" not in path else ""))


@cache
def _top(root: str, here: str) -> Markup:
    """What every page begins with, which differs by folder alone."""
    return Markup(_template("top").render(root=root, here=here))  # noqa: S704  (a template that escapes)


@cache
def _template(name: str) -> Template:
    return environment().get_template(f"{name}.html")


def link(root: str, what: str, key: str, name: str) -> Markup:
    """A link to the page of an event, person, country or organisation."""
    return Markup(f'<a href="{root}{path_of(what, key)}"><bdi dir="auto">{escape(name)}</bdi></a>')  # noqa: S704  (paths are quoted)


def data(call: str, *values: object) -> str:
    """A script that hands values to a function: pages opened from a file may load scripts, but fetch nothing."""
    told = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE) for value in values)
    return f"{call}({told});\n"


def static(name: str) -> str:
    """The text of a file in `static`."""
    return files("assets.site").joinpath("static", name).read_text(encoding="utf-8")


def path_of(what: str, key: str) -> str:
    """Where the page of an event, person, country or organisation stands; many of them share a folder by their first two letters."""
    folder = {"event": "events", "person": "people", "country": "countries", "organisation": "organisations"}[what]
    name = key if what in ("event", "person") else quote(key.lower(), safe="")
    return f"{folder}/{name[:2]}/{name}.html" if what in ("event", "person") else f"{folder}/{name}.html"


@lru_cache(maxsize=4096)
def words(code: str | None) -> str:
    """A code as words: `deputy_ministerial` reads deputy ministerial."""
    return _WORDS.get(code or "", (code or "").replace("_", " "))


def tongue(code: str | None) -> str:
    """A language by its name."""
    return LANGUAGES.get(code or "und", code or "")


def day(edtf: object) -> str:
    """A date for readers: `2026-03-04/2026-03-05` reads 4 Mar 2026 – 5 Mar 2026; what is not exact stays as it is written."""
    return " – ".join(map(_one, str(edtf).split("/"))) if edtf else "no date"


@lru_cache(maxsize=65536)
def _one(text: str) -> str:
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) not in (1, 2, 3):
        return {"..": "open", "": "unknown"}.get(text, text)
    named = [parts[0]] + [_SHORT[int(month) - 1] if 1 <= int(month) <= 12 else month for month in parts[1:2]]
    return " ".join([*(str(int(last)) for last in parts[2:]), *reversed(named)])
