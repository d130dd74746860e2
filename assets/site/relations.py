"""The map of where and the network and matrix of who met whom: counts in data files that the pages filter themselves."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from assets.site import rendering
from assets.site.events import batched
from assets.site.folder import Folder
from sql import statement
from warehouse.read import Warehouse

CHUNK: Final = 6_000
"""Counts in one data file, which keeps it well below what a page may have."""
FACETS: Final = ("month", "kind", "level", "format")
Row = dict[str, Any]


def write(warehouse: Warehouse, folder: Folder, since: date | None) -> None:
    """Write both pages and their data."""
    where = warehouse.query(statement("site/where"), {"since": since}).to_dicts()
    spots = sorted({(row["place"], row["country"] or "", row["longitude"], row["latitude"]) for row in where})
    at = {spot: number for number, spot in enumerate(spots)}
    points = [_x_y(spot) for spot in spots]
    counts = [((at[row["place"], row["country"] or "", row["longitude"], row["latitude"]],), row) for row in where]
    _data(folder, "map", points, counts)
    folder.page("map.html", "map", lambda: rendering.render("map", "map.html", {}))

    pairs = warehouse.query(statement("site/pairs"), {"since": since}).to_dicts()
    names = {row[side]: row[f"{side}_name"] for row in pairs for side in ("one", "two")}
    codes = sorted(names, key=lambda code: (names[code], code))
    number = {code: at for at, code in enumerate(codes)}
    countries = [(names[code], rendering.path_of("country", code)) for code in codes]
    _data(folder, "network", countries, [((number[row["one"]], number[row["two"]]), row) for row in pairs])
    folder.page("network.html", "network", lambda: rendering.render("network", "network.html", {}))


def _x_y(spot: tuple[str, str, float, float]) -> tuple[str, str, float, float]:
    """Name, page of the country, and where the point is on a map of a unit a degree."""
    name, country, longitude, latitude = spot
    return name, rendering.path_of("country", country) if country else "", round(longitude + 180, 2), round(90 - latitude, 2)


def _data(folder: Folder, name: str, nodes: Sequence[object], counts: Sequence[tuple[tuple[int, ...], Row]]) -> None:
    """Write nodes, words and counts: each count is its nodes, then month, kind, level and format as numbers of words, then acts."""
    words = [sorted({row[facet] for _, row in counts}) for facet in FACETS]
    numbers = [{word: number for number, word in enumerate(known)} for known in words]
    rows = [[*ends, *(known[row[facet]] for facet, known in zip(FACETS, numbers, strict=True)), row["acts"]] for ends, row in counts]
    files = []
    for path, text in _files(name, "counts", rows):
        folder.page(path, text, lambda text=text: text)  # type: ignore[misc]
        files.append(path)
    for path, text in _files(name, "nodes", nodes):
        folder.page(path, text, lambda text=text: text)  # type: ignore[misc]
        files.append(path)
    listed = rendering.data("relations.begin", words, files)
    folder.page(f"data/{name}/index.js", listed, lambda: listed)


def _files(name: str, what: str, rows: Sequence[object]) -> Iterator[tuple[str, str]]:
    for number, part in enumerate(batched(rows, CHUNK), 1):
        yield f"data/{name}/{what}-{number}.js", rendering.data(f"relations.{what}", (number - 1) * CHUNK, part)
