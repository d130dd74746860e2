"""Charts as SVG markup that reads without colour or sight: shapes carry titles, style is the site's.

Belongs here: from numbers to shapes. Does not: which numbers. All texts are escaped.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

WIDTH: Final = 480
_ROW: Final = 26
_NAME: Final = 160
_HEIGHT: Final = 190
_FOOT: Final = 24
_BAR: Final = Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="2"><title>{}</title></rect>')
_TEXT: Final = Markup('<text class="{}" x="{:.1f}" y="{:.1f}">{}</text>')
_SVG: Final = Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>')


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
            _TEXT.format("name", _NAME - 10, y + 17, _short(name, 24)),
            _BAR.format("bar", _NAME, y + 4, wide, _ROW - 9, f"{name}: {length}"),
            _TEXT.format("value", _NAME + wide + 6, y + 17, length),
        ]
    return _SVG.format(WIDTH, max(len(rows), 1) * _ROW, title, Markup("").join(parts))


def stacks(columns: Mapping[str, Mapping[str, int]], kinds: Sequence[str], title: str) -> Markup:
    """A column for each key, its parts by kind from the bottom up.

    Args:
        columns: numbers by kind, by column.
        kinds: the order of parts; a part's class is `k-` and its kind.
        title: what is shown.
    """
    most = max((sum(parts.values()) for parts in columns.values()), default=1) or 1
    step = WIDTH / max(len(columns), 1)
    drawn: list[Markup] = []
    for at, (name, parts) in enumerate(columns.items()):
        y = float(_HEIGHT)
        for kind in kinds:
            if number := parts.get(kind, 0):
                tall = (_HEIGHT - 14) * number / most
                y -= tall
                drawn.append(_BAR.format(f"k-{kind}", at * step + 2, y, max(step - 4, 1), tall, f"{name}, {kind}: {number}"))
        if at % (len(columns) // 8 + 1) == 0:
            drawn.append(_TEXT.format("tick", max(at * step + step / 2, 26), _HEIGHT + 17, name))
    drawn.append(_TEXT.format("most", 2, 10, most))
    return _SVG.format(WIDTH, _HEIGHT + _FOOT, title, Markup("").join(drawn))


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
            _TEXT.format("name", _NAME - 10, at * _ROW + 17, _short(name, 24)),
            _BAR.format("bar", min(x, WIDTH - 15), at * _ROW + 4, wide, _ROW - 9, f"{name}: {told}"),
        ]
    foot = len(dated) * _ROW
    parts += [_TEXT.format("from", _NAME, foot + 16, low.isoformat()), _TEXT.format("until", WIDTH - 10, foot + 16, high.isoformat())]
    return _SVG.format(WIDTH, foot + _FOOT, title, Markup("").join(parts))


def strip(days: Sequence[date], numbers: Mapping[date, int], usual: float, title: str) -> Markup:
    """A cell a day: none, less than usual, usual, more.

    Args:
        days: in their order.
        numbers: by day; a day that is not there has none.
        usual: what is usual on a day.
        title: what is shown.
    """
    step = WIDTH / max(len(days), 1)
    cells = [
        _BAR.format(f"n-{_level(numbers.get(each, 0), usual)}", at * step, 2, step - 1.5, 18, f"{each}: {numbers.get(each, 0)}")
        for at, each in enumerate(days)
    ]
    return _SVG.format(WIDTH, 22, title, Markup("").join(cells))


def _level(number: int, usual: float) -> int:
    return 0 if not number else 1 if number < usual / 2 else 2 if number <= usual * 2 else 3


def _short(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
