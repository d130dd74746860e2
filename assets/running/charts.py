"""Small bar charts as markdown images, for the metadata of an asset. Knows neither stages nor stores."""

import base64
import json
from typing import Final

import polars as pl
import vl_convert

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v5.json"
COLOUR: Final = "#2f6f8f"


def bars(rows: pl.DataFrame, label: str, value: str, title: str) -> str:
    """A horizontal bar a row, longest first, as a markdown image that needs no other file.

    Arguments:
        rows: the data; only the two named columns are shown.
        label, value: columns of the bars' names and lengths.
        title: stands above the chart.
    """
    spec = {
        "$schema": SCHEMA,
        "title": {"text": title, "anchor": "start"},
        "data": {"values": rows.select(label, value).to_dicts()},
        "mark": {"type": "bar", "color": COLOUR, "cornerRadiusEnd": 2},
        "encoding": {
            "y": {"field": label, "type": "nominal", "sort": "-x", "title": None},
            "x": {"field": value, "type": "quantitative", "title": value, "axis": {"tickMinStep": 1}},
        },
        "width": 480,
    }
    image = vl_convert.vegalite_to_svg(json.dumps(spec))
    return f"![{title}](data:image/svg+xml;base64,{base64.b64encode(image.encode()).decode()})"
