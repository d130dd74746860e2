"""Charts as SVG markup that reads without colour or sight: shapes carry titles, style is the site's.

Belongs here: from numbers to shapes. Does not: which numbers. All texts are escaped.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from assets.site import rendering

WIDTH: Final = 480
WIDE: Final = 960
_ROW: Final = 26
_NAME: Final = 180
_HEIGHT: Final = 220
_AXIS: Final = 44
_LINES: Final = 5
_SPARK: Final = 110
_FOOT: Final = 24
_BAR: Final = Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="2"><title>{}</title></rect>')
_TEXT: Final = Markup('<text class="{}" x="{:.1f}" y="{:.1f}">{}</text>')
_LINE: Final = Markup('<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>')
_SVG: Final = Markup('<svg class="{}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>')
_STRETCHED: Final = Markup('<svg class="chart strip" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>')


def bars(rows: Sequence[tuple[str, int]], title: str) -> Markup:
    """A bar a row, with its name and number.

    Args:
        rows: names and lengths.
        title: what is shown, for those who hear the page.
    """
    most = max((length for _, length in rows), default=1) or 1
    room = WIDTH - _NAME - 50
    parts: list[Markup] = []
    for at, (name, length) in enumerate(rows):
        y, wide = at * _ROW, max(room * length / most, 1)
        parts += [
            _TEXT.format("name", _NAME - 10, y + 17, _short(name, 28)),
            _BAR.format("bar", _NAME, y + 4, wide, _ROW - 9, f"{name}: {length}"),
            _TEXT.format("value", _NAME + wide + 6, y + 17, length),
        ]
    return _SVG.format("chart", WIDTH, max(len(rows), 1) * _ROW, title, Markup("").join(parts))


def stacks(columns: Mapping[str, Mapping[str, int]], kinds: Sequence[str], title: str) -> Markup:
    """A column for each key, its parts by kind from the bottom up, over lines of round numbers.

    Args:
        columns: numbers by kind, by column.
        kinds: the order of parts; a part's class is `k-` and its kind.
        title: what is shown.
    """
    most = max((sum(parts.values()) for parts in columns.values()), default=1) or 1
    step, scale = (WIDE - _AXIS) / max(len(columns), 1), (_HEIGHT - 10) / most
    drawn = [part for number in _round(most) for part in _level_at(number, _HEIGHT - number * scale)]
    for at, (name, parts) in enumerate(columns.items()):
        x, y = _AXIS + at * step, float(_HEIGHT)
        for kind in kinds:
            if number := parts.get(kind, 0):
                y -= number * scale
                drawn.append(_BAR.format(f"k-{kind}", x + 3, y, max(step - 6, 1), number * scale, f"{name}, {kind}: {number}"))
        if at % (len(columns) // 8 + 1) == 0:
            drawn.append(_TEXT.format("tick", x + step / 2, _HEIGHT + 17, name))
    return Markup('<div class="scroll" tabindex="0" role="region" aria-label="{}">{}</div>').format(
        title, _SVG.format("chart wide", WIDE, _HEIGHT + _FOOT, title, Markup("").join(drawn))
    )


def _round(most: int) -> list[int]:
    """Up to five round numbers from one step above nothing to the largest."""
    step = next(size * 10**power for power in range(12) for size in (1, 2, 5) if most / (size * 10**power) <= _LINES)
    return list(range(step, most + 1, step))


def _level_at(number: int, y: float) -> list[Markup]:
    return [_LINE.format(_AXIS, y, WIDE, y), _TEXT.format("value axis", _AXIS - 8, y + 4, f"{number:,}")]


def spark(values: Sequence[float], title: str) -> Markup:
    """A line through some figures between 0 and 1, the newest with a point; nothing for fewer than two."""
    if len(values) < 2:
        return Markup("")
    low, high = min(*values, 1.0), max(values)
    step, span = _SPARK / (len(values) - 1), high - low or 1.0
    spots = [(4 + at * step, 20 - 16 * (value - low) / span) for at, value in enumerate(values)]
    line = Markup('<polyline points="{}"/><circle cx="{:.1f}" cy="{:.1f}" r="3"/>').format(
        " ".join(f"{x:.1f},{y:.1f}" for x, y in spots), *spots[-1]
    )
    return _SVG.format("chart spark", _SPARK + 8, 24, title, line)


def timeline(rows: Sequence[tuple[str, date | None, date | None, str]], title: str, present: date) -> Markup:
    """A bar of time a row; an open end fades.

    Args:
        rows: name, first day, last day, and what is told of it; a row without any day is left out.
        title: what is shown.
        present: an end that is open reaches this day.
    """
    dated = [
        (name, first or last or present, last or max(present, first or present), told) for name, first, last, told in rows if first or last
    ]
    if not dated:
        return Markup("")
    low, high = min(row[1] for row in dated), max(row[2] for row in dated)
    span, room = max((high - low).days, 1), WIDTH - _NAME - 10
    parts: list[Markup] = []
    for at, (name, first, last, told) in enumerate(dated):
        x, wide = _NAME + room * (first - low).days / span, max(room * (last - first).days / span, 5)
        parts += [
            _TEXT.format("name", _NAME - 10, at * _ROW + 17, _short(name, 28)),
            _BAR.format("bar", min(x, WIDTH - 15), at * _ROW + 4, wide, _ROW - 9, f"{name}: {told}"),
        ]
    foot = len(dated) * _ROW
    parts += [_TEXT.format("from", _NAME, foot + 16, rendering.day(low)), _TEXT.format("until", WIDTH - 10, foot + 16, rendering.day(high))]
    return _SVG.format("chart", WIDTH, foot + _FOOT, title, Markup("").join(parts))


def strip(days: Sequence[date], numbers: Mapping[date, int], usual: float, title: str) -> Markup:
    """A cell a day: none, less than usual, usual, more.

    Args:
        days: in their order.
        numbers: by day; a day that is not there has none.
        usual: what is usual on a day.
        title: what is shown.
    """
    step = WIDE / max(len(days), 1)
    cells = [
        _BAR.format(f"n-{_level(numbers.get(each, 0), usual)}", at * step, 0, step - 2, 20, f"{each}: {numbers.get(each, 0)}")
        for at, each in enumerate(days)
    ]
    return _STRETCHED.format(WIDE, 20, title, Markup("").join(cells))


def _level(number: int, usual: float) -> int:
    return 0 if not number else 1 if number < usual / 2 else 2 if number <= usual * 2 else 3


def _short(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
