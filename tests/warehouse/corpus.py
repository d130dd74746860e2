"""A small corpus as the stages would leave it, written by hand: the input of every test of the published file.

Four documents tell of one meeting in Vienna (planned, then held; one source gives another place), one of a call.
One document repeats another to the letter, one file was superseded, one could not be read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import polars as pl

from warehouse import Store, stable_id
from warehouse.contracts import INTERNAL

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, object]
SEEN = datetime(2031, 5, 1, 8, tzinfo=UTC)
VERSIONS = {
    "raw": ["r1"],
    "parsed": ["p1"],
    "validated": ["v1"],
    "duplicates": ["d1"],
    "read": ["en-1", "fr-1"],
    "resolved": ["s1"],
}

PLAN = "Novak to meet Berger in Vienna\n\nForeign Minister Jan Novak will meet his Austrian colleague Eva Berger on 12 May."
HELD = "Novak and Berger met in Vienna\n\nForeign Minister Jan Novak met Eva Berger on 12 May. “We agreed on trade,” he said."
FRENCH = "Novak reçu par Berger à Salzbourg\n\nLe ministre Jan Novak a rencontré Eva Berger le 12 mai. La Slovaquie préside l’OSCE."
CALL = "Novak phones Lindqvist\n\nJan Novak spoke to Ann Lindqvist by phone on 14 May about energy."


@dataclass
class Corpus:
    """Rows by stage and table."""

    rows: dict[tuple[str, str], list[Row]] = field(default_factory=dict)

    def add(self, stage: str, table: str, /, **values: object) -> None:
        """Add one row; columns left out are null."""
        self.rows.setdefault((stage, table), []).append(values)

    def commit(self, store: Store) -> None:
        """Write everything; English and French readings go under their own versions."""
        for stage, versions in VERSIONS.items():
            for version in versions:
                language = version.partition("-")[0] if stage == "read" else None
                tables = {name: self._frame(stage, name, language) for name in INTERNAL[stage]}
                store.commit(stage, version, tables)

    def _frame(self, stage: str, table: str, language: str | None) -> pl.DataFrame:
        schema = INTERNAL[stage][table].schema
        rows = self.rows.get((stage, table), [])
        if language is not None:
            rows = [row for row in rows if self._language(str(row["document_id"])) == language]
        return pl.DataFrame(rows, schema=schema)

    def _language(self, document_id: str) -> str:
        documents = self.rows[("validated", "documents")]
        return str(next(row["language"] for row in documents if row["document_id"] == document_id))


def person(name: str) -> str:
    """The id of a person."""
    return stable_id("person", name)


def event(name: str) -> str:
    """The id of an event."""
    return stable_id("event", name)


def file(corpus: Corpus, path: str, content: str, *, seen: datetime = SEEN, intake: str = "new") -> str:
    """A raw file."""
    digest = sha256(content.encode()).hexdigest()
    file_id = stable_id("file", path, digest)
    corpus.add(
        "raw",
        "files",
        file_id=file_id,
        path=path,
        landing="press",
        bytes=len(content.encode()),
        mtime_ns=1,
        sha256=digest,
        intake=intake,
        first_seen_at=seen,
        pack="pack",
    )
    return file_id


def parsed(corpus: Corpus, file_id: str, documents: int, rejects: int = 0) -> None:
    """What parsing counted in a file."""
    corpus.add(
        "parsed",
        "parsed_files",
        file_id=file_id,
        media_type="text/plain",
        encoding="utf-8",
        records=documents + rejects,
        documents=documents,
        rejects=rejects,
    )


def document(
    corpus: Corpus, file_id: str, body: str, published: date, *, record: int = 0, language: str = "en", outlet: str = "apa"
) -> str:
    """A valid document."""
    document_id = stable_id("document", file_id, record)
    corpus.add(
        "validated",
        "documents",
        document_id=document_id,
        file_id=file_id,
        record=record,
        outlet=outlet,
        language=language,
        title=body.split("\n\n", maxsplit=1)[0],
        body=body,
        published_edtf=published.isoformat(),
        published_on=published,
        words=len(body.split()),
    )
    digest = sha256(body.encode()).hexdigest()
    corpus.add("validated", "fingerprints", document_id=document_id, body_sha256=digest, minhash=b"\x00")
    return document_id


def span(body: str, words: str) -> Row:
    """Where words stand in a body."""
    start = body.index(words)
    return {"span_start": start, "span_end": start + len(words)}


def read(corpus: Corpus, document_id: str, body: str, people: dict[str, tuple[str, str]], outlet: str) -> None:
    """A reading: attribution, and every person with mention, office and mapping."""
    language = "fr" if "ministre" in body else "en"
    corpus.add("read", "readings", document_id=document_id, language=language, version=f"{language}-1")
    corpus.add("read", "attributions", document_id=document_id, position=0, source=outlet, rule="outlet")
    for number, (name, (office, country)) in enumerate(people.items()):
        where = span(body, name)
        corpus.add("read", "mentions", document_id=document_id, **where, kind="person", text=name, person=number, rule="name")
        corpus.add(
            "read",
            "people",
            document_id=document_id,
            person=number,
            name=name,
            native=name,
            language=language,
            script="Latn",
            office=office,
            country=country,
            **where,
            rule="office",
            confidence=0.9,
        )
        corpus.add(
            "resolved",
            "person_map",
            document_id=document_id,
            person=number,
            person_id=person(name),
            reason="same name and office",
            score=0.9,
        )


def report(corpus: Corpus, document_id: str, body: str, words: str, of: str, sides: list[Row], **values: object) -> None:
    """An account of an act, with its participants, one topic and its event."""
    corpus.add(
        "read",
        "reports",
        document_id=document_id,
        report=0,
        **{"status": "held", "main": True, "confidence": 0.8, "rule": "act", **span(body, words), **values},
    )
    for position, side in enumerate(sides):
        corpus.add("read", "participants", document_id=document_id, report=0, position=position, **side)
    corpus.add("read", "topics", document_id=document_id, report=0, topic="trade")
    corpus.add(
        "resolved",
        "event_map",
        document_id=document_id,
        report=0,
        report_id=stable_id(document_id, str(values["kind"]), int(str(span(body, words)["span_start"])), 0),
        event_id=event(of),
        reason="same sides and day",
        score=0.9,
    )


def whole() -> Corpus:
    """The corpus of the module's docstring."""
    corpus = Corpus()
    _register(corpus)
    plan, held, french, call = _documents(corpus)
    _readings(corpus, plan, held, french, call)
    _events(corpus, plan, held, french, call)
    return corpus


def build(home: Path) -> Store:
    """A store that holds the corpus."""
    store = Store(home)
    whole().commit(store)
    return store


def _register(corpus: Corpus) -> None:
    for code, name in (("SK", "Slovakia"), ("AT", "Austria"), ("SE", "Sweden")):
        corpus.add("resolved", "countries", country=code, name=name)
    for slug, name, kind in (("osce", "OSCE", "igo"), ("apa", "APA", "press"), ("lemonde", "Le Monde", "press")):
        corpus.add("resolved", "organisations", organisation_id=slug, name=name, kind=kind)
    for place in ("Vienna", "Salzburg"):
        corpus.add("resolved", "places", place_id=place.lower(), name=place, country="AT")
    for name, country in (("Jan Novak", "SK"), ("Eva Berger", "AT"), ("Ann Lindqvist", "SE")):
        corpus.add("resolved", "persons", person_id=person(name), name=name, country=country)
        corpus.add("resolved", "person_names", person_id=person(name), name=name, language="en", script="Latn", documents=2)
        corpus.add("resolved", "roles", person_id=person(name), office="foreign_minister", country=country, documents=2)


def _documents(corpus: Corpus) -> tuple[str, str, str, str]:
    first = file(corpus, "press/may.txt", PLAN + CALL)
    plan = document(corpus, first, PLAN, date(2031, 5, 8))
    call = document(corpus, first, CALL, date(2031, 5, 15), record=1)
    corpus.add("validated", "rejects", file_id=first, record=2, stage="validated", reason="too_short", detail="3 words")
    parsed(corpus, first, documents=3)
    second = file(corpus, "press/held.txt", HELD)
    held = document(corpus, second, HELD, date(2031, 5, 13))
    parsed(corpus, second, documents=1)
    third = file(corpus, "press/fr.txt", FRENCH)
    french = document(corpus, third, FRENCH, date(2031, 5, 13), language="fr", outlet="lemonde")
    parsed(corpus, third, documents=1)
    copied = file(corpus, "press/copy.txt", HELD)
    copy = document(corpus, copied, HELD, date(2031, 5, 14))
    parsed(corpus, copied, documents=1)
    corpus.add("duplicates", "duplicates", document_id=copy, same_as=held, similarity=1.0)
    read(corpus, copy, HELD, {}, "apa")  # read before its original came in
    old = file(corpus, "press/held.txt", "an older text", seen=datetime(2031, 4, 1, tzinfo=UTC))
    stale = document(corpus, old, "An older text", date(2031, 4, 1))
    parsed(corpus, old, documents=1)
    read(corpus, stale, "An older text", {}, "apa")
    broken = file(corpus, "press/broken.pdf", "")
    corpus.add("raw", "rejects", file_id=broken, record=0, stage="raw", reason="unreadable", detail="permission denied")
    return plan, held, french, call


def _readings(corpus: Corpus, plan: str, held: str, french: str, call: str) -> None:
    sides = {"Jan Novak": ("foreign_minister", "SK"), "Eva Berger": ("foreign_minister", "AT")}
    for document_id, body, outlet in ((plan, PLAN, "apa"), (held, HELD, "apa"), (french, FRENCH, "lemonde")):
        read(corpus, document_id, body, sides, outlet)
    read(corpus, call, CALL, {"Jan Novak": sides["Jan Novak"], "Ann Lindqvist": ("foreign_minister", "SE")}, "apa")
    both: list[Row] = [
        {"person": 0, "country": "SK", "office": "foreign_minister", "capacity": "side"},
        {"person": 1, "country": "AT", "office": "foreign_minister", "capacity": "host"},
    ]
    day: Row = {
        "date_edtf": "2031-05-12",
        "starts_on": date(2031, 5, 12),
        "ends_on": date(2031, 5, 12),
        "date_basis": "stated",
        "country": "AT",
    }
    report(corpus, plan, PLAN, "will meet", "meeting", both, kind="meeting", place_id="vienna", **{**day, "status": "planned"})
    report(corpus, held, HELD, "met", "meeting", both, kind="meeting", place_id="vienna", **day)
    report(corpus, french, FRENCH, "a rencontré", "meeting", both, kind="meeting", place_id="salzburg", **day)
    phone: list[Row] = [
        {"person": 0, "country": "SK", "capacity": "side"},
        {"person": 1, "country": "SE", "capacity": "side"},
    ]
    report(
        corpus,
        call,
        CALL,
        "spoke",
        "call",
        phone,
        kind="call",
        date_edtf="2031-05-14",
        starts_on=date(2031, 5, 14),
        ends_on=date(2031, 5, 14),
        date_basis="stated",
    )
    corpus.add("read", "quotes", document_id=held, **span(HELD, "“We agreed on trade,”"), person=0, direct=True, verb="said", rule="q")


def _events(corpus: Corpus, plan: str, held: str, french: str, call: str) -> None:
    _event(corpus, "meeting", "Novak and Berger meet in Vienna", date(2031, 5, 12), 4, "held", place_id="vienna", country="AT")
    _event(corpus, "call", "Novak phones Lindqvist", date(2031, 5, 14), 1, "held")
    for position, (name, country) in enumerate((("Jan Novak", "SK"), ("Eva Berger", "AT"))):
        _side(corpus, "meeting", position, name, country, documents=4)
    for position, (name, country) in enumerate((("Jan Novak", "SK"), ("Ann Lindqvist", "SE"))):
        _side(corpus, "call", position, name, country, documents=1)
    corpus.add("resolved", "event_topics", event_id=event("meeting"), topic="trade", documents=4)
    for place, documents in (("vienna", [plan, held]), ("salzburg", [french])):
        corpus.add("resolved", "conflicts", event_id=event("meeting"), field="place_id", value=place, documents=documents)
    for seen, status, document_id in ((date(2031, 5, 8), "planned", plan), (date(2031, 5, 13), "held", held)):
        corpus.add(
            "resolved",
            "event_log",
            event_id=event("meeting"),
            seen_on=seen,
            status=status,
            date_edtf="2031-05-12",
            document_id=document_id,
        )
    mandate = stable_id("mandate", "SK", "osce")
    corpus.add("resolved", "mandates", mandate_id=mandate, holder_country="SK", organisation_id="osce", role="chair", documents=1)
    corpus.add(
        "resolved",
        "mandate_reports",
        mandate_id=mandate,
        document_id=french,
        **span(FRENCH, "La Slovaquie préside l’OSCE"),
        rule="presides",
    )
    assert call  # the call has an event and no more


def _event(corpus: Corpus, kind: str, title: str, day: date, documents: int, status: str, **values: object) -> None:
    corpus.add(
        "resolved",
        "events",
        event_id=event(kind),
        title=title,
        kind=kind,
        status=status,
        date_edtf=day.isoformat(),
        starts_on=day,
        ends_on=day,
        documents=documents,
        languages=1,
        outlets=1,
        first_published=date(2031, 5, 8),
        confidence=0.8,
        **values,
    )


def _side(corpus: Corpus, of: str, position: int, name: str, country: str, documents: int) -> None:
    corpus.add(
        "resolved",
        "event_participants",
        event_id=event(of),
        position=position,
        person_id=person(name),
        country=country,
        office="foreign_minister",
        capacity="side",
        documents=documents,
    )
