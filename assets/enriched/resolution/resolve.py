"""Resolution from first to last: what the resolved tables become when some documents come and some go.

Here: the order of the steps. Not here: any of their rules, and where tables are kept.
Pure and deterministic: the result is that of all live documents, whatever came in which order; a first resolution is
the case where nothing stood before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import polars as pl

from assets.enriched.resolution import catalog, events, mandates, persons, roles
from assets.enriched.resolution.accounts import Accounts
from assets.enriched.resolution.state import Change, Lazies, Rows, Spill, but, differing, ids, less, of
from assets.enriched.resolution.told import AT_A_TIME, Sources, portions
from assets.register.overrides import Overrides
from assets.register.registers import Registers
from warehouse.contracts import INTERNAL
from warehouse.contracts.resolved import UNITS

UNDECIDED = Overrides()
SLUGS: Mapping[str, tuple[str, ...]] = {
    "mentions": ("entity_id",),
    "participants": ("organisation_id",),
    "people": ("organisation_id",),
    "attributions": ("source",),
    "quotes": ("organisation_id",),
    "reports": ("format",),
    "mandates": ("organisation_id", "holder_organisation"),
}
"""Where readings name organisations."""
NAMED = ("document_id", "person", "name", "native", "language", "script", "office", "country", "organisation_id")
SPELLED = pl.Schema(
    {"person_id": pl.String(), "name": pl.String(), "language": pl.String(), "script": pl.String(), "documents": pl.Int32()}
)


def update(
    before: Lazies,
    read: Lazies,
    documents: pl.DataFrame,
    load: Callable[[], Registers],
    decided: Overrides = UNDECIDED,
    folder: Path | None = None,
) -> Change:
    """What changes in the tables of the stage `resolved`.

    Args:
        before: these tables as they stand, empty ones before the first resolution.
        read: the tables of the stage `read`; rows of documents that are not told of in `documents` do not matter.
        documents: document_id, language, outlet, published_on and told (whether its reading counts) of all live documents.
        load: gives the registers; they are not needed where nothing has changed.
        decided: by hand.
        folder: an empty one, where rows wait until the change is kept; without it they wait in memory.
    """
    came, went, stands = _news(before, documents)
    if stands and came.is_empty() and went.is_empty():
        return Change()
    register = load()
    new = came.filter("told")["document_id"]
    spill, sources = Spill(folder), Sources(read, documents, register.officials)
    who = Change(units={"document": came["document_id"]}) | persons.update(before, new, went, sources, decided.persons, spill)
    whose = _after(before, who, "person_map")
    touched = of(documents.lazy(), "document_id", who.units["document"])
    slugs = Change({"slugs": _slugs(before, read, came, touched["document_id"], spill)}, who.units)
    bodies = _organisations(before, _after(before, slugs, "slugs"), register)
    fixed = _fixed(register, names_too=not stands)
    named = pl.concat([before["organisations"], bodies.tables["organisations"].lazy()])
    names = _names(fixed["countries"].lazy(), fixed["places"].lazy(), named, _after(before, who, "persons"))
    told = documents.filter("told")
    again = touched.filter("told")["document_id"]
    what = events.update(before, Accounts(read, whose, told), read["topics"], again, less(went, again), names, decided.events, spill)
    tables: dict[str, Rows] = {"seen": touched.select("document_id", "told"), **_of_persons(read, whose, told, who.units["person"])}
    if not stands:
        tables |= fixed
    roles = mandates.update(before, of(read["mandates"], "document_id", told["document_id"]), whose)
    return who | slugs | bodies | what | roles | Change(tables)


def _news(before: Lazies, documents: pl.DataFrame) -> tuple[pl.DataFrame, pl.Series, bool]:
    """Documents that came, those that went, and whether anything stands; one that was not told of and is now did both."""
    both = ["document_id", "told"]
    seen = before["seen"].collect()
    came = documents.join(seen, on=both, how="anti")
    went = seen.join(documents, on=both, how="anti")
    return came, went["document_id"], before["countries"].head(1).collect().height > 0


def _after(before: Lazies, change: Change, table: str) -> pl.LazyFrame:
    """A table of persons, documents or slugs as the change leaves it."""
    unit, column = UNITS[table]
    rows = change.tables[table]
    now = rows if isinstance(rows, pl.LazyFrame) else INTERNAL["resolved"][table].conform(rows).lazy()
    return pl.concat([but(before[table], column, change.units[unit]), now])


def _of_persons(read: Lazies, whose: pl.LazyFrame, documents: pl.DataFrame, wanted: pl.Series) -> dict[str, pl.DataFrame]:
    """The spellings and the offices of some persons, from all documents that speak of them."""
    spelled, held = [SPELLED.to_frame()], [roles.SEEN.to_frame()]
    them = of(whose.select("person_id", "document_id", "person"), "person_id", wanted)
    for some in portions(ids(them["document_id"])):
        ours = of(them.lazy(), "document_id", some)
        people = of(read["people"].select(NAMED), "document_id", some).join(ours, on=["document_id", "person"])
        participants = of(read["participants"].select("document_id", "report", "person"), "document_id", some).join(
            ours, on=["document_id", "person"]
        )
        reports = of(read["reports"].select("document_id", "report", "starts_on"), "document_id", some)
        spelled.append(_spelled(people))
        held.append(roles.seen(people, participants, reports, documents))
    return {"person_names": _spellings(pl.concat(spelled)), "roles": roles.of_persons(pl.concat(held))}


def _spelled(people: pl.DataFrame) -> pl.DataFrame:
    """How many of some documents have each spelling: SPELLED."""
    told = people.select("person_id", "document_id", "language", "script", name=pl.coalesce("native", "name"))
    counts = told.group_by("person_id", "name", "language", "script").agg(documents=pl.col("document_id").n_unique().cast(pl.Int32))
    return counts.select(SPELLED.names())


def _spellings(spelled: pl.DataFrame) -> pl.DataFrame:
    """Every spelling of every person, with the language that uses it most."""
    return (
        spelled.group_by("person_id", "name", "language", "script")
        .agg(pl.col("documents").sum())
        .sort(["person_id", "name", "documents", "language", "script"], descending=[False, False, True, False, False])
        .group_by("person_id", "name", maintain_order=True)
        .agg(pl.col("language", "script").first(), pl.col("documents").sum())
    )


def _slugs(before: Lazies, read: Lazies, came: pl.DataFrame, touched: pl.Series, spill: Spill) -> pl.LazyFrame:
    """The organisations that the touched documents name, their outlets among them."""
    contract = INTERNAL["resolved"]["slugs"]
    spill.put("slugs", of(before["slugs"], "document_id", less(touched, came["document_id"])))
    for some in came.iter_slices(AT_A_TIME):
        rows = [some.select("document_id", organisation_id="outlet")]
        for table, columns in SLUGS.items():
            named = read[table].filter(pl.col("kind") == "organisation") if table == "mentions" else read[table]
            said = of(named.select("document_id", *columns), "document_id", some.filter("told")["document_id"])
            rows += [said.select("document_id", organisation_id=column) for column in columns]
        spill.put("slugs", contract.conform(pl.concat(rows).drop_nulls().unique().sort("document_id", "organisation_id")))
    return spill.rows("slugs", contract.schema)


def _organisations(before: Lazies, slugs: pl.LazyFrame, register: Registers) -> Change:
    """The organisations that are new, and those that nobody names any more."""
    schema = INTERNAL["resolved"]["organisations"].schema
    used = slugs.select("organisation_id").unique().collect()["organisation_id"].to_list()
    now = pl.DataFrame(catalog.organisations(used, register), schema=schema)
    touched = differing(before["organisations"].collect(), now, "organisation_id")
    return Change({"organisations": of(now.lazy(), "organisation_id", touched)}, {"organisation": touched})


def _fixed(register: Registers, *, names_too: bool) -> dict[str, pl.DataFrame]:
    """The tables that follow from the register alone; an update needs no names of organisations."""
    rows = {"countries": catalog.countries(register), "places": catalog.places(register)}
    if names_too:
        rows["organisation_names"] = catalog.organisation_names(register)
    return {name: pl.DataFrame(each, schema=INTERNAL["resolved"][name].schema) for name, each in rows.items()}


def _names(*tables: pl.LazyFrame) -> dict[str, str]:
    """English names by id, the first column of each table: countries, places, organisations and persons have ids that never meet."""
    return {key: name for table in tables for key, name in table.select(pl.first(), "name").collect().iter_rows()}
