"""The reports of some documents, made ready to be compared: with ids, exactness of date, counts, actors.

Here: what follows from one report alone. Not here: comparing two (blocking, pairs).
"""

from __future__ import annotations

import polars as pl

from assets.enriched.resolution import blocking
from assets.enriched.resolution.state import Lazies, ids, less, of
from warehouse.ids import stable_id

PLACE = ("document_id", "report")


class Accounts:
    """Reports and participants of documents, loaded when they are first asked for.

    Args:
        read: reports and participants of the stage `read`.
        people: person_map as it is now.
        documents: document_id, language, outlet, published_on of all live documents.
    """

    def __init__(self, read: Lazies, people: pl.LazyFrame, documents: pl.DataFrame) -> None:
        self._read = read
        self._people = people.select("document_id", "person", "person_id")
        self._documents = documents.select("document_id", "language", "outlet", "published_on")
        self._loaded = pl.Series([], dtype=pl.String)
        self.participants = pl.DataFrame()
        self.reports = pl.DataFrame()

    def load(self, documents: pl.Series) -> None:
        """Make sure that the reports of these documents stand in `reports`, and who took part in `participants`."""
        wanted = ids(less(documents, self._loaded))
        if self._loaded.len() and wanted.is_empty():
            return
        people = of(self._people, "document_id", wanted)
        participants = of(self._read["participants"], "document_id", wanted)
        cast = participants.join(people, on=["document_id", "person"], how="left").sort("document_id", "report", "position")
        rows = of(self._read["reports"], "document_id", wanted)
        reports = prepared(rows.join(self._documents, on="document_id", how="left"), cast)
        first = not self.reports.width
        self.participants = cast if first else pl.concat([self.participants, cast])
        self.reports = reports if first else pl.concat([self.reports, reports])
        self._loaded = ids(self._loaded, wanted)

    def of(self, report_ids: pl.Series) -> tuple[pl.DataFrame, pl.DataFrame]:
        """The given reports, loaded before, in the order of publication with their number; and their actors."""
        reports = of(self.reports.lazy(), "report_id", report_ids).sort("published_on", "report_id", nulls_last=True)
        number, document = pl.int_range(pl.len(), dtype=pl.Int64), pl.col("document_id").rank("dense")
        numbered = reports.select(number.alias("rid"), document.alias("document"), pl.all())
        return numbered, _actors(numbered, self.participants)


def prepared(reports: pl.DataFrame, participants: pl.DataFrame) -> pl.DataFrame:
    """Reports with their id, precision of date, counts of persons and sides, group of kinds, and lot.

    Args:
        reports: with published_on, language and outlet of their documents.
        participants: with person_id in place of the document's number.
    """
    counts = participants.group_by(PLACE).agg(
        persons=pl.col("person_id").drop_nulls().n_unique(),
        sides=pl.coalesce("country", "organisation_id").drop_nulls().n_unique(),
    )
    made = [stable_id("report", *row) for row in reports.select("document_id", "kind", "span_start", "report").iter_rows()]
    full = pl.col("precision") == "day"
    return (
        reports.with_columns(report_id=pl.Series(made, dtype=pl.String), precision=_precision())
        .join(counts, on=PLACE, how="left", maintain_order="left")
        .with_columns(
            pl.col("persons", "sides").fill_null(0),
            blocking.kind_group(),
            blocking.lot(pl.col("report_id")),
            anniversary=pl.when(pl.col("precision").is_in(["day", "yearless"])).then(_anniversary()),
            firm_start=pl.when(full).then("starts_on"),
            firm_end=pl.when(full).then(pl.coalesce("ends_on", "starts_on")),
        )
    )


def _precision() -> pl.Expr:
    """How exact a date is: day, month, year, yearless, open, none."""
    date = pl.col("date_edtf")
    first = date.str.split("/").list.first()
    return (
        pl.when(date.is_null()).then(pl.lit("none"))
        .when(date.str.starts_with("XXXX")).then(pl.lit("yearless"))
        .when(date.str.contains("..", literal=True)).then(pl.lit("open"))
        .when(first.str.len_chars() == 10).then(pl.lit("day"))
        .when(first.str.len_chars() == 7).then(pl.lit("month"))
        .otherwise(pl.lit("year"))
    )  # fmt: skip


def _anniversary() -> pl.Expr:
    """The first day of a date, whatever its year, as a day of 2000, which has them all."""
    return pl.concat_str(pl.lit("2000"), pl.col("date_edtf").str.slice(4, 6)).str.to_date(strict=False)


def _actors(reports: pl.DataFrame, participants: pl.DataFrame) -> pl.DataFrame:
    """Actors by rid: 'p:' with a person's id, 's:' with a country or an organisation."""
    numbered = participants.join(reports.select("rid", *PLACE), on=PLACE)
    persons = numbered.filter(pl.col("person_id").is_not_null()).select("rid", actor=pl.lit("p:") + pl.col("person_id"))
    sides = numbered.select("rid", side=pl.coalesce("country", "organisation_id")).drop_nulls()
    return pl.concat([persons, sides.select("rid", actor=pl.lit("s:") + pl.col("side"))]).unique()
