"""Where, and who met whom as networks and a matrix: counts in data files that the pages filter themselves."""

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
PERSONS: Final = 600
"""Persons in the network of persons: those who met most."""
FACETS: Final = ("month", "kind", "level", "format")
Row = dict[str, Any]


def write(warehouse: Warehouse, folder: Folder, since: date | None) -> None:
    """Write the pages and their data."""
    where = warehouse.query(statement("site/where"), {"since": since}).to_dicts()
    spots = sorted({_spot(row) for row in where})
    at = {spot: number for number, spot in enumerate(spots)}
    points = [_x_y(spot) for spot in spots]
    counts = [((at[_spot(row)],), row) for row in where]
    _data(folder, "map", points, counts)
    folder.page("map.html", "map", lambda: rendering.render("map", "map.html", {}))

    pairs = warehouse.query(statement("site/pairs"), {"since": since}).to_dicts()
    _ties(folder, "network", "country", pairs)
    pairs = warehouse.query(statement("site/person_pairs"), {"since": since, "rows": PERSONS}).to_dicts()
    _ties(folder, "network-people", "person", pairs)


def _ties(folder: Folder, name: str, what: str, pairs: list[Row]) -> None:
    """Write a page of who met whom and its data: a node is its name, its page, and where it is from."""
    ends = {row[side]: (row[f"{side}_name"], row.get(f"{side}_country", "")) for row in pairs for side in ("one", "two")}
    keys = sorted(ends, key=lambda key: (*reversed(ends[key]), key))
    number = {key: at for at, key in enumerate(keys)}
    nodes = [(ends[key][0], rendering.path_of(what, key), ends[key][1]) for key in keys]
    _data(folder, name, nodes, [((number[row["one"]], number[row["two"]]), row) for row in pairs])
    folder.page(f"{name}.html", PERSONS, lambda: rendering.render(name, f"{name}.html", {"persons": PERSONS}))


def _spot(row: Row) -> tuple[str, str, str, float, float]:
    return row["place"], row["country_name"] or "", row["country"] or "", row["longitude"], row["latitude"]


def _x_y(spot: tuple[str, str, str, float, float]) -> tuple[str, str, str, float, float]:
    """Name, country, its page, and where the point is on a map of a unit a degree."""
    name, country, code, longitude, latitude = spot
    return name, country, rendering.path_of("country", code) if code else "", round(longitude + 180, 2), round(90 - latitude, 2)


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
