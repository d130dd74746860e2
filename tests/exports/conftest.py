"""A published file to export from: the small corpus of the warehouse's tests, an act that moved, and one that means harm."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.warehouse import corpus
from warehouse import Store, open_warehouse, publish
from warehouse.read import Warehouse

HARMFUL = '=HYPERLINK("https://evil.example";"Novak <script>alert(1)</script>")'


def _moved(rows: corpus.Corpus) -> None:
    """A summit of the OSCE, put off by a week, then called off."""
    plan = rows.rows[("validated", "documents")][0]["document_id"]
    summit = corpus.event("conference")
    act = {"kind": "conference", "status": "cancelled", "main": True, "confidence": 0.8, "rule": "act", "span_start": 0, "span_end": 5}
    rows.add("read", "reports", document_id=plan, report=1, **act)
    rows.add("resolved", "event_map", document_id=plan, report=1, report_id="a" * 16, event_id=summit, reason="alone", score=1.0)
    corpus._event(rows, "conference", HARMFUL, date(2031, 6, 17), 1, "cancelled", format="osce", host="AT", level="summit", ordinal=3)
    rows.add("resolved", "event_participants", event_id=summit, position=0, organisation_id="osce", capacity="side", documents=1)
    for day, status, edtf in ((8, "planned", "2031-06-10"), (9, "planned", "2031-06-17"), (10, "cancelled", "2031-06-17")):
        known = {"seen_on": date(2031, 5, day), "status": status, "date_edtf": edtf}
        rows.add("resolved", "event_log", event_id=summit, document_id=plan, **known)


def _harmful(rows: corpus.Corpus) -> None:
    """What an article may say of itself."""
    documents = rows.rows[("validated", "documents")]
    documents[0] |= {"title": HARMFUL, "url": "javascript:alert(1)"}
    documents[2] |= {"url": "https://apa.example/held?a=1&b=2"}


@dataclass(frozen=True)
class Home:
    """A published file."""

    database: Path

    def open(self) -> Warehouse:
        return open_warehouse(self.database)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("exported")
    rows = corpus.whole()
    for place in rows.rows[("resolved", "places")]:
        place.update({"latitude": 48.2, "longitude": 16.37} if place["place_id"] == "vienna" else {})
    for event in rows.rows[("resolved", "events")]:
        event.update({"plover": "CONSULT", "cameo": "040"})
    _moved(rows)
    _harmful(rows)
    store = Store(folder)
    rows.commit(store)
    database = folder / "dragoman.duckdb"
    result = publish(store, database, corpus.VERSIONS, run_id="one", checked_at=datetime(2031, 6, 1, tzinfo=UTC))
    assert result.published, [check for check in result.checks if not check.passed]
    return Home(database)
