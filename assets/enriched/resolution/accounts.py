"""The reports of some documents, made ready to be compared: with ids, exactness of date, counts, actors.

Here: what follows from one report alone, in few bytes, for all reports that are compared stand in memory together. Not here:
comparing two (blocking, pairs).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from assets.enriched.resolution import blocking
from assets.enriched.resolution.state import Lazies, ids, less, of
from assets.enriched.resolution.told import portions
from warehouse.ids import stable_id

PLACE = ("document_id", "report")
SAID: Final = (*PLACE, "kind", "status", "date_edtf", "starts_on", "ends_on", "place_id", "country", "format", "ordinal", "level")
"""What of a report is compared."""
WORDS: Final = ("kind", "status", "place_id", "country", "format", "level", "precision", "group")
"""Columns with few different values."""
TIMED: Final = ("report_id", "document_id", "published_on", "date_edtf", "starts_on", "place_id", "precision", "anniversary", "lot")
"""What of a report tells with which others it may be of one time."""


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
        self._reports: list[pl.DataFrame] = []
        self._actors: list[pl.DataFrame] = []
        self._size = 0

    def load(self, documents: pl.Series) -> None:
        """Make sure that the reports of these documents are at hand."""
        wanted = ids(less(documents, self._loaded))
        if self._reports and wanted.is_empty():
            return
        for some in list(portions(wanted)) or [wanted]:
            self._load(some)
        self._loaded = ids(self._loaded, wanted)

    def _load(self, documents: pl.Series) -> None:
        cast = self.cast(documents)
        rows = of(self._read["reports"].select(*SAID, "span_start"), "document_id", documents)
        told = of(self._documents.lazy().select("document_id", "published_on"), "document_id", documents)
        reports = prepared(rows.join(told, on="document_id", how="left"), cast).with_row_index("n", self._size)
        self._size += reports.height
        self._reports.append(reports)
        self._actors.append(_actors(reports, cast))

    def cast(self, documents: pl.Series) -> pl.DataFrame:
        """Who takes part in the acts of some documents, with person_id in place of the document's number."""
        people = of(self._people, "document_id", documents)
        participants = of(self._read["participants"], "document_id", documents)
        return participants.join(people, on=["document_id", "person"], how="left").sort("document_id", "report", "position")

    def whole(self, reports: pl.DataFrame) -> pl.DataFrame:
        """Reports with everything that the readings say of them, and their documents' language and outlet."""
        documents = ids(reports["document_id"])
        said = of(self._read["reports"], "document_id", documents).drop("kind", "status", "date_edtf", "starts_on", "ends_on")
        columns = [column for column in said.columns if column not in reports.columns]
        told = of(self._documents.lazy().select("document_id", "language", "outlet"), "document_id", documents)
        whole = reports.join(said.select(*PLACE, *columns), on=PLACE, how="left", maintain_order="left")
        return whole.join(told, on="document_id", how="left", maintain_order="left").with_columns(pl.col(pl.Categorical).cast(pl.String))

    def timed(self, reports: pl.DataFrame) -> pl.DataFrame:
        """When acts may have been, for reports that need not be loaded: TIMED.

        Args:
            reports: report_id, document_id, report.
        """
        said = self._read["reports"].select(*PLACE, "date_edtf", "starts_on", "place_id")
        dates = [of(said, "document_id", some) for some in portions(ids(reports["document_id"]))]
        published = self._documents.select("document_id", "published_on")
        rows = reports.join(pl.concat([said.head(0).collect(), *dates]), on=PLACE).join(published, on="document_id", how="left")
        return with_time(rows).select(TIMED).with_columns(pl.col("place_id", "precision").cast(pl.Categorical))

    @property
    def documents(self) -> pl.DataFrame:
        """document_id and report_id of all that is loaded."""
        return pl.concat([part.select("document_id", "report", "report_id") for part in self._reports])

    def of(self, report_ids: pl.Series | None) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Reports that are loaded, in the order of publication with their number `rid`; and their actors.

        Args:
            report_ids: which; None for all.
        """
        if len(self._reports) > 1:
            self._reports = [pl.concat(self._reports, rechunk=True)]
        reports = self._reports[0] if report_ids is None else of(self._reports[0].lazy(), "report_id", report_ids)
        if report_ids is None or report_ids.len() == self._size:
            self._reports = [reports := in_order(reports)]
        else:
            reports = in_order(reports)
        number, document = pl.int_range(pl.len(), dtype=pl.UInt32), pl.col("document_id").rank("dense").cast(pl.UInt32)
        numbered = reports.select(number.alias("rid"), document.alias("document"), pl.all())
        actors = pl.concat([part.join(numbered.select("n", "rid"), on="n").select("rid", "actor", "person") for part in self._actors])
        return numbered.drop("n"), actors


def in_order(reports: pl.DataFrame) -> pl.DataFrame:
    """Reports in the order of publication."""
    return reports.sort("published_on", "report_id", nulls_last=True)


def with_time(reports: pl.DataFrame) -> pl.DataFrame:
    """Reports with the precision and the anniversary of their date, and their lot."""
    return reports.with_columns(blocking.lot(pl.col("report_id")), precision=_precision()).with_columns(
        anniversary=pl.when(pl.col("precision").is_in(["day", "yearless"])).then(_anniversary())
    )


def prepared(reports: pl.DataFrame, participants: pl.DataFrame) -> pl.DataFrame:
    """Reports with their id, precision of date, counts of persons and sides, group of kinds, and lot.

    Args:
        reports: with published_on of their documents.
        participants: with person_id in place of the document's number.
    """
    counts = participants.group_by(PLACE).agg(
        persons=pl.col("person_id").drop_nulls().n_unique(),
        sides=pl.coalesce("country", "organisation_id").drop_nulls().n_unique(),
    )
    made = [stable_id("report", *row) for row in reports.select("document_id", "kind", "span_start", "report").iter_rows()]
    full = pl.col("precision") == "day"
    return (
        with_time(reports.with_columns(report_id=pl.Series(made, dtype=pl.String)))
        .join(counts, on=PLACE, how="left", maintain_order="left")
        .with_columns(
            pl.col("persons", "sides").fill_null(0),
            blocking.kind_group(),
            firm_start=pl.when(full).then("starts_on"),
            firm_end=pl.when(full).then(pl.coalesce("ends_on", "starts_on")),
        )
        .with_columns(pl.col(WORDS).cast(pl.Categorical))
        .drop("span_start")
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
    """Actors by the number of the report: 'p:' with a person's id, 's:' with a country or an organisation; person: which it is."""
    numbered = participants.join(reports.select("n", *PLACE), on=PLACE)
    persons = numbered.filter(pl.col("person_id").is_not_null()).select(
        "n", actor=pl.lit("p:") + pl.col("person_id"), person=pl.lit(value=True)
    )
    sides = numbered.select("n", side=pl.coalesce("country", "organisation_id")).drop_nulls()
    both = pl.concat([persons, sides.select("n", actor=pl.lit("s:") + pl.col("side"), person=pl.lit(value=False))])
    return both.unique().with_columns(pl.col("actor").cast(pl.Categorical))
