"""From a title phrase to a role: office code and the side that the person speaks for.

Here: whether a country or an organisation is the side, and where it is sought when the phrase has none.
"""

from __future__ import annotations

from collections.abc import Callable

from assets.enriched.reading.entities.context import dateline_country
from assets.enriched.reading.homes import is_state_body
from assets.enriched.reading.model import Mention, Role
from assets.enriched.reading.people.canvas import Canvas, Piece
from assets.enriched.reading.people.growth import COUNTERPART
from assets.enriched.reading.people.phrases import Phrase
from assets.enriched.reading.people.sighting import Sighting
from assets.enriched.reading.people.states import behind_origin

STATE = frozenset(
    {
        "head_of_state", "president", "vice_president", "prime_minister", "deputy_prime_minister", "foreign_minister",
        "deputy_foreign_minister", "minister", "deputy_minister", "state_secretary", "ambassador",
        "permanent_representative", "charge_daffaires", "consul", "speaker", "deputy_speaker", "member_of_parliament",
        "monarch", "crown_prince",
    }
)  # fmt: skip
"""Offices whose side is a country wherever one is named."""
NATIONAL = frozenset({"coordinator", "special_envoy", "special_representative"})
"""Offices that states and organisations have, the states' for the organisations: 'national coordinator of Kyrgyzstan for the SCO'."""
MINISTERS = frozenset(
    {
        "foreign_minister", "deputy_foreign_minister", "minister", "deputy_minister", "prime_minister",
        "deputy_prime_minister", "state_secretary",
    }
)  # fmt: skip
"""Offices of a government: an institution beside them is one more thing that the person heads, never the side."""
COUNTRY_FIRST = STATE - {"president", "vice_president"}
OF_DEPARTMENTS = frozenset({"head_of_department", "director"})
"""Offices below the head of a body: of one named in another paragraph they are not."""
OF_STATE = frozenset({"adviser", "other", "special_representative", "special_envoy", "commander"})
"""Offices that speak for the country when the organisation is a body of it."""
HELD_BY_STATES = STATE | frozenset({"adviser", "special_representative", "commander"})
ENVOYS = frozenset({"ambassador", "permanent_representative", "charge_daffaires", "consul"})
"""Offices whose country is more likely that of the persons before than the outlet's."""
BODIES = {"president": "presidency", "head_of_state": "presidency", "foreign_minister": "mfa", "prime_minister": "government"}
"""The body that a spokesperson of such an officer speaks for."""
OWNER = 60
"""Characters before an office in which its owner's name and words of business stand."""
BESIDE = 2
"""Characters between a house and the word for its head: a bracket and a blank."""
LISTED = 6
"""Characters of comma and conjunction between two states of a list: none of them is the side of who is named next."""
CAPITAL = 16
"""Letters of the word for a capital and what is written to it."""
GOVERNING = ("presidency-", "government-", "mfa-")
"""Bodies that stand for their state as the scene of a sentence: 'the government in Harare sends the minister'."""
ASSEMBLY = "european-parliament"
"""The house of no state that has members of its own."""
_BODY = ("mfa-", "presidency-", "government-", "parliament-", "mod-", "security-council-", "embassy-")


def roles(sighting: Sighting) -> list[Role]:
    """The roles that a sighting's phrases give, those of a counterpart left out."""
    found = []
    for phrase in sighting.phrases:
        for code, start, end in phrase.offices:
            if code == COUNTERPART:
                continue
            country, organisation = side(code, phrase, sighting.side)
            rule = f"people.{sighting.rule}" + (".former" if phrase.former else "")
            house = code == "chair" and _of_house(phrase, start)
            role = Role(code, country, organisation, start, end, rule)
            found.append(Role("speaker", *of_organisation("speaker", organisation or ""), start, end, rule) if house else role)
    return found


def _of_house(phrase: Phrase, office: int) -> bool:
    """True where a parliament stands right beside the word for its head: 'Büyük Millet Meclisi (TBMM) Başkanı'."""
    houses = [p for p in phrase.sides if p.kind == "organisation" and str(p.value).startswith("parliament-")]
    return any(0 <= office - p.end <= BESIDE for p in houses)


def side(code: str, phrase: Phrase, own: Piece | None = None) -> tuple[str | None, str | None]:
    """Country and organisation that a phrase names as the side of an office; one of them or neither."""
    pieces = [own] if own is not None else _near(code, phrase)
    if phrase.body is not None and code == phrase.offices[0][0] and not (code in ENVOYS and phrase.body.islower()):
        return of_body(code, phrase.body, next((str(p.value) for p in pieces if p.kind == "country"), None))
    if not pieces:
        return None, None
    first = pieces[0]
    countries = [p.value for p in pieces if p.kind == "country"]
    if code in COUNTRY_FIRST and countries:
        return str(countries[0]), None
    bodies = [str(p.value) for p in pieces if p.kind == "organisation"]
    if code == "member_of_parliament":
        bodies = [body for body in bodies if body.startswith(_BODY) or body == ASSEMBLY]
        return of_organisation(code, bodies[0]) if bodies else (None, None)
    if code in MINISTERS:
        states = [country for body in bodies if (country := of_organisation(code, body)[0])]
        return (states[0] if states else None), None
    if code not in STATE and bodies and not (code in NATIONAL and _right_behind(first, code, phrase)):
        return of_organisation(code, bodies[0])
    if first.kind == "country":
        if code == "spokesperson" and phrase.superior in BODIES:
            return None, f"{BODIES[phrase.superior]}-{str(first.value).lower()}"
        return str(first.value), None
    return of_organisation(code, str(first.value))


def of_body(code: str, body: str, country: str | None) -> tuple[str | None, str | None]:
    """The side of an office whose own word names the body: an organisation, or the body of the country; neither where it needs one."""
    if not is_state_body(body):
        return of_organisation(code, body) if body.islower() else (body, None)
    return of_organisation(code, f"{body}-{country.lower()}") if country else (None, None)


def _right_behind(side: Piece, code: str, phrase: Phrase) -> bool:
    """True for a country with nothing but a blank between the office and it: a genitive, behind which stands what the office is for."""
    return side.kind == "country" and any(c == code and 0 <= side.start - end <= 1 for c, _, end in phrase.offices)


def of_organisation(code: str, slug: str) -> tuple[str | None, str | None]:
    """A body of a state stands for the country in offices of state."""
    if slug.startswith(_BODY) and (code in STATE or code in OF_STATE):
        words = slug.split("-")
        return words[1 if words[0] == "embassy" else -1].upper(), None
    return None, slug


def _near(code: str, phrase: Phrase) -> list[Piece]:
    """The phrase's sides, the nearest to the office first."""
    start, end = next(((a, b) for c, a, b in phrase.offices if c == code), (phrase.start, phrase.end))
    return sorted(phrase.sides, key=lambda p: (p.form == "capital_government", max(p.start - end, start - p.end)))


def framed(canvas: Canvas, sighting: Sighting) -> str | None:
    """The country that the sentence speaks of before an office without a side: 'Côté arménien, … le ministre'."""
    received = {start for phrase in sighting.phrases for start in phrase.received} | canvas.sides
    received |= canvas.received if canvas.lexis.head_last else set()
    named = _before(canvas, sighting, "country")
    before = [m for m in named if m.word_start not in received and not _with(canvas, m) and not _of_capital(canvas, m)]
    if canvas.lexis.head_last and any(code in ENVOYS for phrase in sighting.phrases for code, *_ in phrase.offices):
        before = [m for m in before if not canvas.text[m.word_start : m.word_end].endswith(canvas.lexis.at_endings)]
    if not before:
        bodies = [str(m.value) for m in _before(canvas, sighting, "organisation") if str(m.value).startswith(GOVERNING) and not m.inside]
        return bodies[-1].rpartition("-")[2].upper() if bodies else None
    listed = any(0 < before[-1].word_start - m.word_end < LISTED for m in named)
    return before[-1].value if not listed else None


def scene(canvas: Canvas, sighting: Sighting, taken: Callable[[str], bool]) -> str | None:
    """The country that the sentence speaks of before an office without a side, and whose office nobody else holds.

    Args:
        taken: whether somebody else holds the office of a country.
    """
    country = framed(canvas, sighting)
    if country is None or not taken(country):
        return country
    received = {start for phrase in sighting.phrases for start in phrase.received}
    named = [m for m in _before(canvas, sighting, "country") if m.word_start not in received and not _with(canvas, m)]
    return next((str(m.value) for m in reversed(named) if not taken(str(m.value))), None)


def here(canvas: Canvas, sighting: Sighting) -> str | None:
    """The country in which the paragraph of a name is set, by its name: no ambassador there is of that country."""
    sheet = canvas.page.sheet
    start = sheet.paragraphs[sheet.paragraph_at(sighting.name.start)].start
    named = canvas.page.within(start, sighting.name.start, "country")
    inside = [m for m in named if m.form == "name" and canvas.is_at(m.word_start)]
    return inside[0].value if inside else None


def opening(canvas: Canvas, sighting: Sighting) -> str | None:
    """The country that opens the paragraph of a name as the scene of what it tells: 'In Angola …'."""
    sheet = canvas.page.sheet
    start = sheet.paragraphs[sheet.paragraph_at(sighting.name.start)].start
    word = canvas.word(start)
    named = canvas.page.within(start, sighting.name.start, "country") if word in canvas.lexis.at else []
    scene = bool(named) and named[0].form == "name" and named[0].word_start == canvas.skip(start + len(word))
    return named[0].value if scene else None


def from_where(canvas: Canvas, name_end: int) -> Mention | None:
    """The country or organisation right behind a name that the person comes from: 'A aus Österreich', 'B von der Universität X'."""
    at = behind_origin(canvas, name_end)
    if at is None:
        return None
    return next((m for m in canvas.page.within(at, at + 1, "country", "organisation") if m.form != "adjective"), None)


def accredited(canvas: Canvas, sighting: Sighting) -> str | None:
    """The country that an envoy named before in the sentence is sent to: its head of state takes the credentials."""
    named = [m for m in _before(canvas, sighting, "country") if m.word_start in canvas.received]
    return named[-1].value if named else None


def owned(canvas: Canvas, sighting: Sighting) -> bool:
    """True where a name with a case ending right before makes the office that person's: 'Merkel'in danışmanı Jan Hecker'."""
    if not sighting.phrases:
        return False
    words = canvas.text[max(0, sighting.phrases[0].start - OWNER) : sighting.phrases[0].start].split(" ")[:-1] or [""]
    while len(words) > 1 and words[-1] in canvas.lexis.portfolios:
        words.pop()
    word = words[-1]
    return word.endswith(canvas.lexis.apostrophe_endings) and word.partition("'")[0].rpartition("-")[2] in canvas.seen_bases


def met_by(canvas: Canvas, sighting: Sighting, country: str | None) -> bool:
    """True where an officer of a country stands before an envoy in the sentence, no conjunction between: he is the host, no colleague."""
    if not canvas.lexis.head_last:
        return False
    start = min((p.start for p in sighting.phrases), default=sighting.name.start)
    joined = canvas.word_before(canvas.skip_back(start)) in canvas.lexis.conjunction
    return not joined and any(m.word_start in canvas.sides and m.value == country for m in _before(canvas, sighting, "country"))


def _with(canvas: Canvas, country: Mention) -> bool:
    """True for a country with which something is done, in languages that say so after it: 'Türkiyə ilə əlaqələr qrupu'."""
    word = canvas.word(canvas.skip(country.word_end))
    return canvas.lexis.head_last and word in canvas.lexis.conjunction


def _of_capital(canvas: Canvas, mention: Mention) -> bool:
    """True for the adjective of a capital, which is only where something happens: 'in the Sudanese capital'."""
    return any(
        w.word_end + 1 == mention.word_start for w in canvas.page.words("cue.capital", mention.word_start - CAPITAL, mention.word_start)
    )


def framed_organisation(canvas: Canvas, sighting: Sighting, code: str) -> str | None:
    """The organisation that an officer without a side belongs to.

    Where the text speaks of foreign ministries, officials of a side are its ministry's ('von belgischer Seite …
    Generaldirektor'); else they belong to the organisation named last before them.
    """
    country = framed(canvas, sighting)
    named = {m.value for m in canvas.page.mentions if m.kind == "organisation"}
    if country is not None and any(str(slug).startswith("mfa-") for slug in named):
        return f"mfa-{country.lower()}"
    sheet = canvas.page.sheet
    first = sheet.paragraphs[sheet.paragraph_at(sighting.name.start)].start if code in OF_DEPARTMENTS else 0
    before = _before(canvas, sighting, "organisation") or canvas.page.within(first, sighting.name.start, "organisation")
    if code == "spokesperson":
        first = sheet.paragraphs[sheet.paragraph_at(sighting.name.start)].start
        bodies = canvas.page.within(first, sighting.name.start, "organisation")
        return next((m.value for m in reversed(bodies) if m.rule != "register.press" and not m.inside), None)
    usual = [m.value for m in before if m.value and m.rule != "register.press" and not m.value.startswith(_BODY)]
    return usual[-1] if usual else None


def employer(canvas: Canvas, sighting: Sighting, code: str, country: str | None) -> tuple[str | None, str | None]:
    """The side of an officer who names none: the organisation that the text goes on about, of a department's head else the state."""
    organisation = framed_organisation(canvas, sighting, code)
    of_state = organisation is None and code == "head_of_department"
    return (country if of_state else None), organisation


def stage(canvas: Canvas) -> str | None:
    """Where an article without a known outlet stands: the country of its dateline, else the one that the headline names first."""
    paragraphs = canvas.page.sheet.paragraphs
    if (here := dateline_country(canvas.page)) is not None:
        return here
    named = canvas.page.within(*paragraphs[0], "country") if paragraphs else []
    return next((m.value for m in named if m.form != "adjective"), None)


def spoken_for(canvas: Canvas, sighting: Sighting, home: str | None) -> str | None:
    """The body whose head is named before a spokesperson in the same sentence: 'his press secretary'."""
    sentence = canvas.page.sheet.sentences[canvas.page.sheet.sentence_at(sighting.name.start)]
    for match in reversed(canvas.page.words("office", sentence.start, sighting.name.start)):
        body = BODIES.get(getattr(match.entry.value, "code", ""))
        country = framed(canvas, sighting) or home
        if body and country:
            return f"{body}-{country.lower()}"
    return None


def _before(canvas: Canvas, sighting: Sighting, kind: str) -> list[Mention]:
    sentence = canvas.page.sheet.sentences[canvas.page.sheet.sentence_at(sighting.name.start)]
    return canvas.page.within(sentence.start, sighting.name.start, kind)
