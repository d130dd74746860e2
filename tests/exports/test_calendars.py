"""iCalendar, read back by another library than the one that wrote it."""

from datetime import date
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from assets.exports import calendars
from tests.warehouse import corpus

from .conftest import HARMFUL, Home


def written(home: Home, folder: Path) -> dict[str, Calendar]:
    with home.open() as warehouse:
        counts = calendars.write(warehouse, folder, None)
    found = {name: IcsCalendarStream.calendar_from_ics((folder / name).read_text(encoding="utf-8")) for name in counts}
    assert {name: len(calendar.events) for name, calendar in found.items()} == counts
    return found


def entry(calendar: Calendar, kind: str) -> Event:
    (found,) = (event for event in calendar.events if event.uid == f"{corpus.event(kind)}@dragoman")
    return found


def test_what_was_announced_has_an_entry_and_what_was_not_has_none(home: Home, tmp_path: Path) -> None:
    whole = written(home, tmp_path)[calendars.ALL]
    assert {event.uid for event in whole.events} == {f"{corpus.event(kind)}@dragoman" for kind in ("meeting", "conference")}


def test_an_entry_tells_who_where_when_and_how_it_is_known(home: Home, tmp_path: Path) -> None:
    meeting = entry(written(home, tmp_path)[calendars.ALL], "meeting")
    assert (meeting.dtstart, meeting.dtend) == (date(2031, 5, 12), date(2031, 5, 13))
    assert (meeting.status, meeting.sequence) == ("CONFIRMED", 1)
    assert meeting.location == "Vienna, Austria"
    assert "Jan Novak, Eva Berger" in (meeting.description or "")
    assert str(meeting.url) == "https://apa.example/held?a=1&b=2"


def test_a_moved_and_cancelled_act_keeps_its_uid_and_counts_its_changes(home: Home, tmp_path: Path) -> None:
    summit = entry(written(home, tmp_path)[calendars.ALL], "conference")
    assert (summit.dtstart, summit.status, summit.sequence) == (date(2031, 6, 17), "CANCELLED", 2)
    assert summit.summary == HARMFUL
    assert summit.url is None


def test_countries_and_organisations_have_calendars_of_their_own(home: Home, tmp_path: Path) -> None:
    found = written(home, tmp_path)
    assert found.keys() == {"all.ics", "countries/SK.ics", "countries/AT.ics", "organisations/osce.ics"}
    assert [event.uid for event in found["organisations/osce.ics"].events] == [f"{corpus.event('conference')}@dragoman"]


def test_the_same_record_gives_the_same_bytes(home: Home, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        written(home, tmp_path / name)
    assert (tmp_path / "one/all.ics").read_bytes() == (tmp_path / "two/all.ics").read_bytes()


@pytest.mark.parametrize("name", sorted(calendars.OWN))
@given(
    text=st.text(
        st.one_of(st.sampled_from('\\\\;,:^"\n'), st.characters(codec="utf-8", exclude_characters="\r\N{LINE SEPARATOR}")), max_size=200
    )
)
def test_the_short_way_writes_what_the_library_writes(name: str, text: str) -> None:
    text = text if name != "URL" else f"https://apa.example/{text}".replace("\n", "")
    entry = icalendar.Event()
    entry.add(name, text)
    assert calendars.BEGIN + calendars._line(name, text) + calendars.END == entry.to_ical()


def test_every_file_is_read_by_the_library_that_folds_it(home: Home, tmp_path: Path) -> None:
    for name in written(home, tmp_path):
        content = (tmp_path / name).read_bytes()
        assert icalendar.Calendar.from_ical(content).to_ical() == content
        assert max(map(len, content.split(b"\r\n"))) <= 75  # octets: RFC 5545, 3.1
