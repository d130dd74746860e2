"""XML from strangers: read without entities, from which a short file could grow without end or reach for other files.

Here: what all formats in XML share. Not here: any of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from defusedxml.ElementTree import fromstring

from assets.parsed.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from assets.parsed.formats.within import Fields, Pages

BEFORE_ROOT: Final = r"\s*+(?:<\?[^>]*\?>\s*+|<!--.*?-->\s*+|<!DOCTYPE[^>\[]*>\s*+)*+"
"""What may stand before the root element, a document type with entities not. Possessive: many comments are tried in one way only."""
_START: Final = re.compile(r"\s*<(?:\?xml\b|!DOCTYPE\s+(?!html))", re.IGNORECASE)
_HEAD: Final = 4_096
_ENTITY: Final = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


class OtherXmlReader:
    """XML that no other reader knows, or whose document type hides what it is."""

    media_type = "application/xml"

    def records(self, text: str, fields: Fields) -> Pages | None:  # noqa: ARG002 - the protocol's signature
        """Why it is not read, where it is declared as XML and is no page."""
        if _START.match(text) is None or ("<html" in text[:_HEAD].lower() and not declares_entities(text)):
            return None
        return self._refusal(text)

    def _refusal(self, text: str) -> Pages:
        if declares_entities(text):
            yield Problem("unsafe_xml", "a document type that declares entities", text[:200])
        else:
            yield Problem("unsupported_media_type", self.media_type, text[:200])


def declares_entities(text: str) -> bool:
    """True where a document type declares entities of its own, as no press agency does."""
    return _ENTITY.search(text) is not None


def parsed(text: str) -> Element:
    """The root element.

    Raises:
        xml.etree.ElementTree.ParseError, defusedxml.DefusedXmlException: broken or hostile.
    """
    # The text is decoded already: what it once declared of its encoding no longer holds.
    root: Element = fromstring(_DECLARATION.sub("", text), forbid_dtd=False, forbid_entities=True, forbid_external=True)
    return root


def named(element: Element, *names: str) -> Iterator[Element]:
    """All elements below with one of the local names, in whatever namespace."""
    wanted = set(names)
    return (each for each in element.iter() if each.tag.rpartition("}")[2] in wanted)


def text_of(element: Element | None) -> str | None:
    """All text of an element with its white space as single blanks; None where there is none."""
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None
