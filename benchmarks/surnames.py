"""Bare surnames that several people of one country have: whom resolution takes them for. Part of `python -m benchmarks.pairs`.

The people are those of the register who share a country and a surname: fathers and sons, predecessors and successors, namesakes
in other offices. Made-up readings tell of each by the full name, and then of a bare surname: in the office of one of them on a day
of his term, in an office that none of them held, in none, long after a term, or in company. A bare surname must never become
another than it is; where the office is held by one at a time, or the company is told by another document, it must be found.
Here: making these readings and judging what comes of them. Not here: the command and its page (pairs).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any, Final, NamedTuple

import polars as pl

from assets.enriched.resolution import alike, offices, persons
from assets.enriched.resolution.told import Sources
from assets.register import registers
from assets.register.registers import Official
from assets.text import edtf
from assets.text.names import likeness, skeleton
from warehouse.contracts import INTERNAL

HEADING: Final = "Bare surnames"
NOWADAYS: Final = date(2026, 6, 30)
BESIDE: Final = (("Pierre Duval", "FR"), ("Karl Brandt", "DE"))
"""Whom they meet."""
NEVER: Final = ("deputy_speaker", "director_general", "monarch", "permanent_representative")
"""Offices of which the first that nobody of the name held is told."""


class Term(NamedTuple):
    """Who held what, when."""

    name: str
    country: str
    office: str
    of: str
    first: date
    last: date


class Bare(NamedTuple):
    """A bare surname in a document.

    surname, country, office, of, day: what the document tells. beside: whom he meets. person: whom it means, if it is anyone of
    that name who is known. case: what kind of case it is. sure: whether it must be found.
    """

    surname: str
    country: str
    office: str | None
    of: str | None
    day: date
    beside: tuple[str, str] | None
    person: str | None
    case: str
    sure: bool


class Judged(NamedTuple):
    """One kind of case: bare surnames, those that must be found, those found, pairs that must not join, those that do."""

    told: int
    due: int
    found: int
    apart: int
    joined: int


def families(officials: Sequence[Official]) -> list[list[Term]]:
    """The terms of people who share a country and a surname, by country and surname; one who has several spellings counts once."""
    by_name: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
    for official in officials:
        first = edtf.bounds(official.since)[0] if official.since else None
        last = edtf.bounds(official.until)[1] if official.until else NOWADAYS
        words = official.name.split()
        if official.country and first and last and len(words) > 1 and len(skeleton(words[-1], "en")) == 1:
            by_name[official.country, words[-1]].append(Term(official.name, official.country, official.office, official.of, first, last))
    return [terms for _, terms in sorted(by_name.items()) if _two(sorted({term.name for term in terms}))]


def _two(names: Sequence[str]) -> bool:
    """True where all names are of people who are surely two or more: they share nothing but the surname."""
    return len(names) > 1 and all(
        likeness(one, "en", other, "en") < alike.SAME and len(skeleton(one, "en") & skeleton(other, "en")) == 1
        for one, other in combinations(names, 2)
    )


def bare(family: Sequence[Term]) -> Iterator[Bare]:
    """The cases of a family."""
    surname, country = family[0].name.split()[-1], family[0].country
    held = {term.office for term in family}
    for number, term in enumerate(family):
        day = _middle(term)
        rivals = [other for other in family if other.name != term.name and (other.office, other.of) == (term.office, term.of)]
        sole = offices.known().get(term.office)
        clear = sole is not None and sole.holders == "one" and not any(_near(day, other) for other in rivals)
        kind = "an office that one of them held then"
        yield Bare(surname, country, term.office, term.of, day, None, term.name, kind, clear)
        yield Bare(surname, country, None, None, day + timedelta(days=1), None, term.name, "no office", False)
        company = _apart(number)
        yield Bare(surname, country, None, None, company, BESIDE[0], term.name, "in company that another document tells", True)
        yield Bare(surname, country, None, None, company, BESIDE[1], None, "on that day in other company", False)
    for office in NEVER:
        if office not in held:
            yield Bare(surname, country, office, country, _middle(family[0]), None, None, "an office that none of them held", False)
    early = min(term.first for term in family) - timedelta(days=900)
    yield Bare(surname, country, family[0].office, family[0].of, early, None, None, "their office, years before", False)


def another(family: Sequence[Term]) -> Iterator[Bare]:
    """Where one of the family alone is known: somebody of the name in a post that he can't have beside his own."""
    term = family[0]
    posts = offices.excluding().filter(pl.col("office") == term.office)["other"].to_list()
    for office in sorted(set(posts) - {other.office for other in family}):
        kind = "the only one known, another post then"
        yield Bare(term.name.split()[-1], term.country, office, term.of, _middle(term), None, None, kind, False)


def _apart(number: int) -> date:
    """Another day for each."""
    return date(2025, 1, 1) + timedelta(days=number)


def _middle(term: Term) -> date:
    return term.first + (term.last - term.first) // 2


def _near(day: date, term: Term) -> bool:
    around = timedelta(days=400)
    return term.first - around <= day <= term.last + around


class Corpus:
    """Made-up readings: rows of people, reports and participants."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {"people": [], "reports": [], "participants": []}
        self.documents: list[dict[str, Any]] = []

    def tell(self, name: str, country: str, day: date, office: str | None, of: str | None, beside: tuple[str, str] | None = None) -> str:
        """A document of a day that speaks of somebody; its id."""
        document = f"{len(self.documents):016x}"
        self.documents.append({"document_id": document, "published_on": day, "language": "en", "outlet": "apa", "told": True})
        organisation = of if of and not of.isupper() else None
        self._add("people", document_id=document, person=0, name=name, country=country, office=office, organisation_id=organisation)
        if beside:
            self._add("people", document_id=document, person=1, name=beside[0], country=beside[1])
            self._add("reports", document_id=document, report=0, kind="meeting", date_edtf=str(day), starts_on=day, ends_on=day)
            for person in (0, 1):
                self._add("participants", document_id=document, report=0, position=person, person=person)
        return document

    def _add(self, table: str, **fields: Any) -> None:
        self.rows[table].append({"language": "en", "span_start": 0, "span_end": 1} | fields)

    def persons(self, officials: Sequence[Official]) -> dict[str, str]:
        """The person whom each document speaks of."""
        read = {name: pl.DataFrame(schema=table.schema).lazy() for name, table in INTERNAL["read"].items()}
        for name, rows in self.rows.items():
            schema = INTERNAL["read"][name].schema
            read[name] = pl.DataFrame([{column: row.get(column) for column in schema} for row in rows], schema=schema).lazy()
        before = {name: table.empty().lazy() for name, table in INTERNAL["resolved"].items()}
        sources = Sources(read, pl.DataFrame(self.documents), officials)
        new = pl.Series([document["document_id"] for document in self.documents], dtype=pl.String)
        change = persons.update(before, new, pl.Series([], dtype=pl.String), sources)
        return dict(
            change.tables["person_map"].lazy().collect().filter(pl.col("person") == 0).select("document_id", "person_id").iter_rows()
        )


def judge(*, register: bool) -> dict[str, Judged]:
    """What becomes of all cases, by kind.

    Args:
        register: let the register tell the terms; else documents do, on every 180th day of each and on its last.
    """
    officials = registers.load().officials
    known = families(officials)
    alone = [[term for term in family if term.name == family[0].name] for family in known]
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0] * len(Judged._fields))
    for case, numbers in (*_judged(known, bare, officials, register), *_judged(alone, another, officials, register)):
        counts[case] = [one + other for one, other in zip(counts[case], numbers, strict=True)]
    return {case: Judged(*numbers) for case, numbers in counts.items()}


def _judged(
    told: Sequence[Sequence[Term]], cases: Callable[[Sequence[Term]], Iterator[Bare]], officials: Sequence[Official], register: bool
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Kind and figures of each case, all families resolved together."""
    corpus, full = Corpus(), {}
    for number, term in ((number, term) for family in told for number, term in enumerate(family)):
        full[term.name, term.country] = corpus.tell(term.name, term.country, _apart(number), None, None, BESIDE[0])
        for day in [] if register else _days(term):
            corpus.tell(term.name, term.country, day, term.office, term.of)
    found = [
        (case, corpus.tell(case.surname, case.country, case.day, case.office, case.of, case.beside), {term.name for term in family})
        for family in told
        for case in cases(family)
    ]
    person_of = corpus.persons(officials if register else ())
    for case, document, names in found:
        others = [person_of[full[name, case.country]] for name in names if name != case.person]
        own = case.person is not None and person_of[document] == person_of[full[case.person, case.country]]
        yield case.case, (1, case.sure, own and case.sure, len(others), others.count(person_of[document]))


def _days(term: Term) -> list[date]:
    span = (term.last - term.first).days
    return [term.first + timedelta(days=days) for days in (*range(0, span, 180), span)]


def table() -> tuple[str, bool]:
    """The section of the page, and whether nothing is joined wrongly and all is found that must be."""
    sources = {"the register": judge(register=True), "other documents": judge(register=False)}
    count = len(families(registers.load().officials))
    lines = [
        f"Made by `python -m benchmarks.pairs`. {count} families of the register: people of one country with",
        "one surname and nothing else in common, fathers and sons, predecessors and successors, namesakes. Made-up documents give the bare",
        "surname in different ways; terms are known from the register, or from other documents alone. Where it must be found, one alone",
        "holds the office at that date, or another document tells of the same company.",
        "",
        "| case | terms by | surnames | found, of those that must be | false joins, of pairs that must not be |",
        "|---|---|---:|---:|---:|",
    ]
    for source, cases in sources.items():
        for case, found in cases.items():
            lines.append(f"| {case} | {source} | {found.told} | {found.found} of {found.due} | {found.joined} of {found.apart:,} |")
    every = [found for cases in sources.values() for found in cases.values()]
    return "\n".join(lines), all(found.joined == 0 and found.found == found.due for found in every)
