"""Judges all live readings, and what resolution made of them."""

from collections.abc import Collection, Mapping
from typing import Final

import polars as pl

from assets.running.checks import Verdict, judge

FOUND_BY_DOCUMENT: Final = (
    "spans_inside_body",
    "spans_show_text",
    "ids_known",
    "dates_possible",
    "held_before_published",
    "participant_once",
)
LOOKED_AT: Final[Mapping[str, str]] = {
    "spans_show_text": "mentions",
    "dates_possible": "reports",
    "held_before_published": "reports",
    "participant_once": "participants",
}


def verdicts_on_reading(
    documents: pl.DataFrame,
    due: pl.DataFrame,
    done: pl.DataFrame,
    faults: pl.DataFrame,
    rows: Mapping[str, int],
    languages: Collection[str],
) -> tuple[Verdict, ...]:
    """The checks of `readings`.

    Arguments:
        documents: all valid documents, with `language`.
        due: those that should be read.
        done: those that were.
        faults: faults of their readings, by check.
        rows: rows of each table of the stage.
        languages: codes of the languages that have a pack.
    """
    spoken = pl.col("language")
    unread = documents.filter(spoken.is_null() | ~spoken.is_in(list(languages)))
    found = {
        "documents_read": due.join(done, on="document_id", how="anti").select("document_id", rule="language"),
        "language_has_pack": unread.select(rule=spoken.fill_null("unknown"), document_id="document_id"),
        **{check: faults.filter(pl.col("check") == check).drop("check") for check in FOUND_BY_DOCUMENT},
    }
    looked_at = {check: rows[LOOKED_AT.get(check, "mentions")] for check in found}
    looked_at |= {"documents_read": due.height, "language_has_pack": documents.height}
    return judge("readings", found, looked_at)


def verdicts_on_resolution(readings: Mapping[str, pl.DataFrame], resolved: Mapping[str, pl.DataFrame]) -> tuple[Verdict, ...]:
    """The checks of `resolved`.

    Arguments:
        readings: `reports` and `people` of the live readings: their keys alone.
        resolved: `events`, `event_participants`, `person_map`, `event_map`, `persons`.
    """
    events, taking_part = resolved["events"], resolved["event_participants"]
    someone = ["event_id", "person_id", "country", "organisation_id", "capacity"]
    found = {
        "reports_mapped": _unmapped(readings["reports"], resolved["event_map"], "report", events, "event_id"),
        "people_mapped": _unmapped(readings["people"], resolved["person_map"], "person", resolved["persons"], "person_id"),
        "dates_possible": events.filter(pl.col("starts_on") > pl.col("ends_on")).select("event_id", "date_edtf"),
        "participant_once": taking_part.filter(taking_part.select(someone).is_duplicated()).select(someone),
    }
    looked_at = {
        "reports_mapped": readings["reports"].height,
        "people_mapped": readings["people"].height,
        "dates_possible": events.height,
        "participant_once": taking_part.height,
    }
    return judge("resolved", found, looked_at)


def _unmapped(local: pl.DataFrame, mapped: pl.DataFrame, number: str, lasting: pl.DataFrame, key: str) -> pl.DataFrame:
    """Rows of the readings that stand behind nothing, or behind something that does not exist."""
    place = ["document_id", number]
    units = local.select(place).unique(maintain_order=True)
    nowhere = units.join(mapped, on=place, how="anti").select("document_id", rule=pl.lit("not mapped"))
    dangling = mapped.join(lasting, on=key, how="anti").select("document_id", rule=pl.lit(f"unknown {key}"))
    return pl.concat([nowhere, dangling])
