"""Charts are images of their own: well-formed whatever the names are, bars as long as their values."""

import base64
from xml.etree import ElementTree as ET

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from assets.running.charts import BARS, bars

SVG = "{http://www.w3.org/2000/svg}"


def drawn(names: list[str | None], values: list[int]) -> ET.Element:
    rows = pl.DataFrame({"name": names, "rows": values}, schema={"name": pl.String, "rows": pl.Int64})
    image = bars(rows, "name", "rows", "Rows by <name>")
    return ET.fromstring(base64.b64decode(image.rpartition("base64,")[2][:-1]))


def test_bars_are_as_long_as_their_values_longest_first() -> None:
    picture = drawn(["az", "fa", None], [5, 20, 0])
    widths = [float(bar.attrib["width"]) for bar in picture.iter(f"{SVG}rect") if "rx" in bar.attrib]
    assert widths == [BARS, BARS / 4, 0]
    assert [text.text for text in picture.iter(f"{SVG}text")] == ["Rows by <name>", "fa", "20", "az", "5", None, "0"]


def test_no_rows_are_an_empty_picture() -> None:
    assert [text.text for text in drawn([], []).iter(f"{SVG}text")] == ["Rows by <name>"]


LETTERS = st.text(st.characters(exclude_categories=("Cs", "Cc")))


@given(st.lists(st.tuples(LETTERS, st.integers(0, 10**9)), max_size=5))
def test_any_name_gives_a_well_formed_image(rows: list[tuple[str, int]]) -> None:
    picture = drawn([name for name, _ in rows], [value for _, value in rows])
    assert len([bar for bar in picture.iter(f"{SVG}rect") if "rx" in bar.attrib]) == len(rows)
