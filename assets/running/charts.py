"""Small bar charts as markdown images, for the metadata of an asset. Knows neither stages nor stores."""

import base64
from typing import Final
from xml.sax.saxutils import escape

import polars as pl

COLOUR: Final = "#2f6f8f"
# Pixels: the column of the names, the longest bar, the space for a figure, a row, a bar, and the title's line.
NAMES, BARS, FIGURES, ROW, BAR, TITLE = 190, 420, 80, 20, 14, 30
LONGEST_NAME: Final = 28


def bars(rows: pl.DataFrame, label: str, value: str, title: str) -> str:
    """A horizontal bar a row, longest first, as a markdown image that needs no other file.

    Arguments:
        rows: the data; only the two named columns are shown.
        label, value: columns of the bars' names and lengths; lengths are not negative.
        title: stands above the chart.
    """
    named = rows.select(pl.col(label).cast(pl.String).fill_null(""), value).sort(value, descending=True, maintain_order=True)
    longest = max(named[value].to_list(), default=0) or 1
    drawn = [_bar(number, name, length, length / longest) for number, (name, length) in enumerate(named.iter_rows())]
    width, height = NAMES + BARS + FIGURES, TITLE + ROW * named.height
    image = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" font-size="11">'
        f'<rect width="100%" height="100%" fill="white"/><text x="4" y="17" font-size="13" font-weight="bold">{escape(title)}</text>'
        f"{''.join(drawn)}</svg>"
    )
    return f"![{title}](data:image/svg+xml;base64,{base64.b64encode(image.encode()).decode()})"


def _bar(number: int, name: str, length: float, share: float) -> str:
    top = TITLE + ROW * number
    line = top + BAR - 3
    shown = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
    return (
        f'<text x="{NAMES - 6}" y="{line}" text-anchor="end">{escape(shown)}</text>'
        f'<rect x="{NAMES}" y="{top}" width="{share * BARS:.1f}" height="{BAR}" rx="2" fill="{COLOUR}"/>'
        f'<text x="{NAMES + share * BARS + 4:.1f}" y="{line}" fill="#555">{length:,}</text>'
    )
