"""Who published an article: by address, brand line, dateline, formula, copyright line, in this order of trust.

Here: the places where an outlet names itself. Not here: the register and slugs (press), sources that it cites (reading).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assets.parsed import brands
from assets.parsed.dateline import dateline
from assets.parsed.language import script_of
from assets.parsed.lines import folded_words
from assets.parsed.phrases import Word
from assets.parsed.residue import Kind

if TYPE_CHECKING:
    from assets.parsed.knowledge import Knowledge
    from assets.parsed.layout import Article
    from assets.parsed.model import Metadata

_SENTENCE = re.compile(r"(?<=[.!?؟])\s+(?=[^\W\d_])")
_DOMAIN = re.compile(r"\b([A-Za-z][\w-]+\.(?:[a-z]{2,4}))\b")
_RIGHTS = re.compile(r"©|\(c\)|copyrights?|\d{4}(?:\s*[-–]\s*\d{4})?|[.:,،|–-]", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+[|–—-]\s+([^|]{2,40})$")
_FORMULA_PARAGRAPHS = 4
_FORMULA_REACH = 3
_BRAND_WORDS = 5
_EDGE_LINES = 12
_TITLE = 4
"""Letters of a title before a name, as an abbreviation."""
_DOMAIN_IN_LINE = re.compile(r"(?<![\w@/.-])[a-z0-9][\w-]*(?:\.[a-z][\w-]+)+", re.IGNORECASE)
_WELCOME = 6
"""Words beside a body's name in a greeting: 'Welcome to the pages of the Ministry of …'."""
_SURE_KINDS = frozenset({Kind.CRUMBS, Kind.STAMP})
_BRAND_KINDS = frozenset({Kind.TEXT, Kind.CRUMBS, Kind.MASTHEAD, Kind.SECTION, Kind.STAFF, Kind.STAMP, Kind.NOTICE})


@dataclass(frozen=True, slots=True)
class Told:
    """An outlet, the line that names it (None where no line does) and its name there."""

    slug: str
    line: int | None = None
    name: str = ""


def outlet(article: Article, metadata: Metadata, known: Knowledge, language: str | None = None) -> Told | None:
    """The outlet of an article.

    Args:
        article: the page laid out.
        metadata: what the format said.
        known: compiled knowledge.
        language: of the article; it tells how an unknown name is transliterated.

    Returns:
        Slug and evidence; None where nothing tells it.
    """
    return (
        _by_metadata(metadata, known)
        or _by_unknown_metadata(metadata, known)
        or _by_title(article, known, language)
        or _by_name(article, known)
        or _by_letterhead(article, known)
        or _by_unknown_brand(article, known, _SURE_KINDS, language)
        or _by_wire(article, known, language)
        or _by_formula(article, known)
        or _by_unknown_brand(article, known, frozenset({Kind.TEXT}), language)
        or _by_copyright(article, known)
    )


def _by_metadata(metadata: Metadata, known: Knowledge) -> Told | None:
    """The address's domain, or the site's name, where the register has it."""
    if metadata.url and (slug := known.press.registered(metadata.url)):
        return Told(slug)
    site = metadata.site
    slug = (known.press.by_name(site) or known.press.registered(site) or known.issuers.of(site)) if site else None
    return Told(slug) if slug else None


def _by_unknown_metadata(metadata: Metadata, known: Knowledge) -> Told | None:
    """An outlet that the register doesn't know: its name; a brand that holds its domain keeps it.

    A name in a script without vowels is better told by the domain.
    """
    domain = known.press.by_url(metadata.url) if metadata.url else None
    slug = known.press.slug(metadata.site) if metadata.site else None
    if domain and (slug is None or slug.replace("-", "") == domain.replace("-", "") or script_of(metadata.site or "") == "Arab"):
        slug = domain
    return Told(slug) if slug else None


def _by_name(article: Article, known: Knowledge) -> Told | None:
    """The brand line; one of an agency gives way to an outlet that the dateline or a formula names: it only signs there."""
    brand = _by_brand(article, known)
    if brand is None or not known.press.is_agency(brand.slug):
        return brand
    stamped = _by_unknown_brand(article, known, frozenset({Kind.STAMP}), None)
    others = (stamped, _by_dateline(article, known) or _by_formula(article, known))
    foreign = (o for o in others if o and brand.slug not in (o.slug, known.press.by_name(o.name)))
    return next((o for o in foreign if not known.press.is_agency(o.slug)), brand)


def _by_title(article: Article, known: Knowledge, language: str | None) -> Told | None:
    """The outlet behind a bar in a line that is the headline otherwise: 'Headline | FLZ.de'."""
    for index in range(min(_EDGE_LINES, len(article.lines))):
        suffix = _SUFFIX.search(article.lines[index].text)
        if suffix and folded_words(article.lines[index].text[: suffix.start()]) == folded_words(article.title):
            name = suffix.group(1).strip()
            if slug := _slug(name, known):
                return Told(slug, index, name)
            if brands.is_brand(name, known):
                return Told(known.press.slug(name, language), index, name)
    return None


def _edges(article: Article) -> Iterator[int]:
    """Lines near the headline and after the news that may be a brand's; the end first, where dispatches are signed."""
    yield from range(article.last + 1, min(len(article.lines), article.last + 1 + _EDGE_LINES))
    yield from range(max(0, article.first - _EDGE_LINES), article.first)


def _by_brand(article: Article, known: Knowledge) -> Told | None:
    """A line, or a part of it between separators, that is nothing but a registered outlet's name."""
    for index in _edges(article):
        line = article.lines[index]
        fitting = article.kinds[index] in _BRAND_KINDS or _DOMAIN_IN_LINE.fullmatch(line.text)
        if not fitting or line.words > 3 * _BRAND_WORDS or (line.ended and line.words > _BRAND_WORDS):
            continue
        parts = [*brands.split(line.text), *_before_stop(line.text)]
        byline = [line.text.partition(":")[2].strip()] if article.kinds[index] is Kind.STAFF else []
        found = [Told(slug, index, part) for part in byline if (slug := _slug(part, known))]
        found += [Told(slug, index, part) for part in parts if (slug := _slug(part, known)) and _is_proper(part)]
        found += [Told(slug, index, d.group()) for d in _DOMAIN_IN_LINE.finditer(line.text) if (slug := known.press.registered(d.group()))]
        found += [Told(slug, index) for part in parts if (slug := _before_section(part, known))]
        if found and line.folded != folded_title(article):
            return found[0]
        # Behind a section's name it is a section itself: 'Politics > NATO'.
        if parts and (released := known.issuers.organisation(parts[0])):
            others = [part for part in parts if known.issuers.organisation(part) is None]
            if others and all(Word.SECTION in known.phrases.whole(folded_words(part)) for part in others):
                return Told(released, index)
        spare = _WELCOME if article.kinds[index] is Kind.NOTICE else None
        issued = [Told(slug, index, part) for part in parts if (slug := known.issuers.of(part, spare))]
        if issued and line.folded != folded_title(article):
            return issued[0] if spare is None else Told(issued[0].slug)
    return None


def _by_letterhead(article: Article, known: Knowledge) -> Told | None:
    """A body of a state over two lines above the article: 'Republic of Ghana', and below it 'Ministry of Foreign Affairs'."""
    head = range(max(0, article.first - _EDGE_LINES), article.first - 1)
    for index in head:
        pair = article.lines[index : index + 2]
        if any(line.words > _BRAND_WORDS or line.folded == folded_title(article) for line in pair):
            continue
        if slug := known.issuers.of(" ".join(line.text for line in pair), 0):
            return Told(slug, index + 1, pair[1].text)
    return None


def _before_stop(line: str) -> list[str]:
    """The name before a full stop that a paper's own description follows: 'NAME. South Atlantic News Agency'."""
    name, stop, more = line.partition(". ")
    titled = len(name) <= _TITLE and not name.isupper()  # 'Dr. …' opens an address
    return [name] if stop and more[:1].isupper() and len(more.split()) > 1 and not titled else []


def _before_section(part: str, known: Knowledge) -> str | None:
    """The registered outlet whose name a section of it follows: 'tagesblatt Politik', its own name in small letters or not."""
    words = part.split()
    for size in range(1, len(words)):
        if Word.SECTION in known.phrases.whole(folded_words(" ".join(words[size:]))):
            return known.press.by_name(" ".join(words[:size]))
    return None


def _slug(name: str, known: Knowledge) -> str | None:
    """The registered slug of a name, a town in brackets behind it or not, or of a domain."""
    bare = name.partition("(")[0].strip()
    return known.press.by_name(bare) or (known.press.registered(bare.lower()) if "." in bare else None)


def folded_title(article: Article) -> str:
    """The headline as lines are compared."""
    return " ".join(folded_words(article.title))


def _is_proper(name: str) -> bool:
    return not name[:1].islower() or "." in name


def _by_wire(article: Article, known: Knowledge, language: str | None) -> Told | None:
    """The agency of the dateline, unless a line at the page's edge names an outlet: it only printed the agency's dispatch."""
    agency = _by_dateline(article, known)
    return (_by_unknown_brand(article, known, frozenset({Kind.TEXT}), language) or agency) if agency else None


def _by_dateline(article: Article, known: Knowledge) -> Told | None:
    """The agency in the dateline of one of the first paragraphs, or in a signature after the news."""
    for _, text in article.paragraphs[:3]:
        found = dateline(text, known.press, None)
        if found and found.agency:
            return Told(found.agency)
    for index in range(article.last + 1, min(article.last + 6, len(article.lines))):
        found = dateline(article.lines[index].text, known.press, None)
        if found and found.agency:
            return Told(found.agency, index, found.name)
    return None


def _by_formula(article: Article, known: Knowledge) -> Told | None:
    """An outlet that names itself as the teller: 'X reports', 'به گزارش X', 'X … istinadən xəbər verir'."""
    running = [(index, text) for index, text in article.paragraphs if index >= article.first]
    chosen = running[:_FORMULA_PARAGRAPHS]
    for _, text in chosen + running[_FORMULA_PARAGRAPHS:][-1:]:
        for sentence in _SENTENCE.split(text):
            if slug := _teller(sentence, known):
                return Told(slug)
    return None


def _teller(sentence: str, known: Knowledge) -> str | None:
    """The outlet beside a word of telling; one behind a word of citing is its source, not the teller."""
    tokens = folded_words(sentence)
    tells = [i for i in range(len(tokens)) if known.phrases.at(tokens, i, (Word.TELLS,))]
    if not tells:
        return None
    named = _named(sentence, known)
    for position, (start, length, slug) in enumerate(named):
        if _is_beside(start, length, tells, tokens, known) and not _is_cited(start, tokens, known):
            return slug
        if position == 0 and _cites_between(start + length, tells, tokens, known) and start <= 1:
            return slug
    return None


def _named(sentence: str, known: Knowledge) -> list[tuple[int, int, str]]:
    """Outlets in a sentence as token position, length and slug: registered ones, and unknown ones that write their domain."""
    found = [
        (len(folded_words(sentence[: n.start])), len(folded_words(sentence[n.start : n.end])), n.slug)
        for n in known.press.in_text(sentence)
    ]
    taken = {start for start, _, _ in found}
    for match in _DOMAIN.finditer(sentence):
        start = len(folded_words(sentence[: match.start()]))
        if start not in taken:
            slug = known.press.registered(match.group(1)) or known.press.slug(match.group(1))
            found.append((start, len(folded_words(match.group(1))), slug))
    return sorted(found)


def _is_beside(start: int, length: int, tells: Sequence[int], tokens: tuple[str, ...], known: Knowledge) -> bool:
    """True where a word of telling stands within a few words before or after the name."""
    for place in tells:
        hit = known.phrases.at(tokens, place, (Word.TELLS,))
        width = hit.length if hit else 1
        if 0 <= start - (place + width) <= _FORMULA_REACH or 0 <= place - (start + length) < _FORMULA_REACH:
            return True
    return False


def _is_cited(start: int, tokens: tuple[str, ...], known: Knowledge) -> bool:
    """True where a word of citing, which isn't one of telling as well, stands right before the name."""
    for place in range(max(0, start - 4), start):
        hit = known.phrases.at(tokens, place, (Word.CITES,))
        if hit and Word.TELLS not in hit.words and place + hit.length <= start:
            return True
    return False


def _cites_between(end: int, tells: Sequence[int], tokens: tuple[str, ...], known: Knowledge) -> bool:
    """True where the sentence goes: name, word of citing, word of telling."""
    return any(known.phrases.at(tokens, i, (Word.CITES,)) and any(t > i for t in tells) for i in range(end, len(tokens)))


def _by_unknown_brand(article: Article, known: Knowledge, kinds: frozenset[Kind], language: str | None) -> Told | None:
    """A short line at the edge, or a part of it, that shows to be an outlet's name though the register doesn't know it."""
    for index in _edges(article):
        line = article.lines[index]
        if article.kinds[index] in kinds and line.folded != folded_title(article):
            name = brands.of_line(line, article.kinds[index], known, above=index < article.first)
            if name is not None:
                return Told(known.press.slug(name, language), index, name)
    return None


def _by_copyright(article: Article, known: Knowledge) -> Told | None:
    """The holder of the rights in a copyright line, where it is a registered outlet, or a short name beside a year."""
    for index in range(len(article.lines) - 1, article.last, -1):
        line = article.lines[index]
        if article.kinds[index] is not Kind.COPYRIGHT:
            continue
        if named := next(iter(known.press.in_text(line.text)), None):
            return Told(named.slug)
        bare = " ".join(_RIGHTS.sub(" ", line.text).split())
        if any(c.isdigit() for c in line.text) and 0 < len(bare.split()) <= 3 and not known.notices.in_line(line.tokens):
            return Told(known.press.slug(bare))
    return None
