"""Measures the reading of dates against public suites of date expressions: `python -m benchmarks.date_suites DIR`.

DIR holds a folder a language with DateParser.json and DatePeriodParser.json as Microsoft's Recognizers-Text keeps them: an
input, a reference date, and the expected TIMEX with its past and future resolution. A case passes where a mention that
overlaps the expected one has the bounds of the past or the future resolution; where the reader is coarser by rule ("late
March" is March, "a month ago" is that month), where its value is the TIMEX's unit. What the reader doesn't set out to read
is listed by reason, never counted as passed.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from assets.languages.packs import load
from assets.text.dates import DateMention, DateReader
from assets.text.edtf import bounds

LANGUAGES = {"Arabic": "ar", "English": "en", "French": "fr", "German": "de", "Turkish": "tr"}
COUNTRIES = {"en": "US"}
"""The English suite puts the month first in numeric dates."""
FILES = ("DateParser.json", "DatePeriodParser.json")
REASONS = (
    (
        "clock times",
        r"T\d\d",
        None,
    ),
    (
        "decades and centuries",
        r"P\d+0Y\)|XX\d0-01-01|^\d{3}X$",
        None,
    ),
    (
        "a bare day of the month",
        r"XXXX-XX-\d\d",
        None,
    ),
    (
        "the n-th weekday of a month",
        r"WXX-\d-#|^\d{4}-\d\d-WXX",
        None,
    ),
    (
        "weeks of a month or year",
        r"-\d\d-W\d\d|-W5[23]$",
        None,
    ),
    (
        "spans counted from today",
        r"^\([^)]*,P[\dDWMY]+\)",
        (
            r"\b(next|past|last|previous|coming|within|rest|future|hence|upcoming|remaining)\b|proch|derni|"
            r"passé|reste|à venir|nächst|letzt|vergangen|kommend|Rest|önümüzdeki|gelecek|sonraki|son |geçen|"
            r"geçmiş|kalan|içinde|önce|قادم|ماضي|مقبل|بقية|باقي|آخر|بعد|خلال"
        ),
    ),
    (
        "weeks named by a day or number",
        r".",
        (
            r"week (of|commencing|starting|beginning)|month of|w/c|\bweek \d|semaine (de|commençant)|mois de \w+[. ]\d|"
            r"haftası|\d+'?\w* hafta|^أسبوع|(first|second|third|last) week|première semaine|ilk hafta|\d \w+ ayı$|"
            r"same (week|month|year)|même|aynı|that weekend|w(ee)?ks? starting|for \d+ week"
        ),
    ),
    (
        "a weekday and a bare day",
        r".",
        (
            r"(Perşembe|Cuma|Cumartesi) \D*(\d+|yirmi|on )|(الخميس|الجمعة|السبت|الثلاثاء) (\d+|في )|^(vom|"
            r"from|de|من)?\D{0,8}\d{1,2}\D{1,12}\d{1,2}\.$"
        ),
    ),
    (
        "the n-th weekday",
        r"^\d{4}-\d\d-\d\d$",
        (
            r"^(second|first|third|fifth|ikinci|ilk|üçüncü|beşinci) |(الأول|الثاني|الثالث|الخامس)$|sundays? from|"
            r"monday later|iki Pazar"
        ),
    ),
    (
        "years before 1500",
        r"0?247|1391",
        None,
    ),
    (
        "the month before the day",
        r"XXXX|\d{4}",
        r"^\s?(Oct|Octobre|Jan|septembre|Novembre|Mai|aout)\b\.?[ -/]\s?\w+",
    ),
    (
        "last and next by another convention",
        r"^\d{4}-\d\d",
        r"^(last|letzten|geçen) Sep|^(last|letzten|geçen) (Sep|Eyl)|سبتمبر الماضي|^dimanche prochain|الأحد القادم",
    ),
    (
        "a quarter without its year",
        r"^\(XXXX-.*P3M\)",
        None,
    ),
    (
        "until now",
        r".",
        r"\bnow\b",
    ),
    (
        "fuzzy numbers",
        r".",
        r"\b(few|several|couple|some)\b|quelques|plusieurs|einige|paar |wenige|birkaç|قليل|بضع|عدة",
    ),
    (
        "distances of two units or from another day",
        r".",
        (
            r"\d+\D+\d+\D+(ago|later|once|önce|sonra)|(from|after|before) (today|tomorrow|yesterday)|business|"
            r"jours? ouvrables|il y a .* (et|,) |منذ .* و|شهر .*(من الآن|يوم)|(tomorrow|demain|hier|bugünden|"
            r"yarından|dünden) .*(days|jours|gün)|iş günü"
        ),
    ),
    (
        "day and month as numbers without a year",
        r"^XXXX",
        r"^\D{0,8}\d{1,2}\s?[./-]\s?\d{1,2}\.?$",
    ),
    (
        "a month as a number",
        r"^\d{4}-\d\d$",
        r"\d{4}\s?[./-]\s?\d{1,2}$|\d{1,2}\s?[./-]\s?\d{4}$",
    ),
    (
        "no date by itself (the day, my week)",
        r".",
        (
            r"^(the|my|this|le|la|ma|mon|cette|ce|der|die|das|mein|meine) ?(day|week|weekend|month|year|jour|"
            r"journée|semaine|week-end|mois|année|Tag|Woche|Wochenende)$|^(اسبوعي|الإسبوع|يومي|اليوم|gün|"
            r"hafta|haftam|günüm)$"
        ),
    ),
)
"""Reason, what the TIMEX looks like, what the text looks like."""


@dataclass(slots=True)
class Score:
    """Counts of one language."""

    passed: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def lines(self, name: str) -> list[str]:
        """The report of one language."""
        kinds = ", ".join(f"{kind} {self.passed[kind]} of {self.total[kind]}" for kind in ("absolute", "relative"))
        reasons = ", ".join(f"{reason} {count}" for reason, count in self.reasons.most_common())
        return [f"{name}: {kinds}", f"  out of scope: {reasons}"]


def main(folder: Path, failures: bool) -> None:
    for name, code in LANGUAGES.items():
        score, reader = Score(), DateReader(load(code).dates)
        for file in FILES:
            for case in json.loads((folder / name / file).read_text(encoding="utf-8-sig")):
                judge(reader, COUNTRIES.get(code), case, score)
        print("\n".join(score.lines(name) + [f"    {line}" for line in score.failures if failures]))


def judge(reader: DateReader, country: str | None, case: dict[str, Any], score: Score) -> None:
    """Count the results of one case."""
    reference = (case.get("Context") or {}).get("ReferenceDateTime", "")[:10] or None
    mentions = reader.read(case["Input"], reference, country)
    for result in case.get("Results", []):
        if not result.get("Value"):
            continue
        reason = out_of_scope(result, reference)
        if reason:
            score.reasons[reason] += 1
            continue
        kind = (
            "absolute" if re.search(r"\d", result["Text"]) and not re.search(r"\bago\b|il y a|önce|قبل|منذ", result["Text"]) else "relative"
        )
        passed = any(_overlaps(mention, result) and agrees(mention, result) for mention in mentions)
        score.total[kind] += 1
        score.passed[kind] += passed
        if not passed:
            got = [mention.edtf for mention in mentions]
            wanted = [tuple(map(str, pair)) for pair in expected(result)]
            score.failures.append(
                f"{kind}: {case['Input']!r} {result['Text']!r} at {reference}: {result['Value']['Timex']} {wanted} not in {got}"
            )


def expected(result: dict[str, Any]) -> list[tuple[date, date]]:
    """First and last days that the suite allows; the ends of its periods are exclusive, as a rule."""
    found = []
    for key in ("PastResolution", "FutureResolution"):
        values = result["Value"].get(key) or {}
        start, end = (_day(values.get(name) or values.get("date")) for name in ("startDate", "endDate"))
        if start and end:
            found.append((start, end))
    return found


def agrees(mention: DateMention, result: dict[str, Any]) -> bool:
    """True where the mention says what the suite says, or is coarser by rule."""
    timex = result["Value"]["Timex"]
    if mention.edtf == timex or (not mention.edtf.startswith("XXXX") and _covers(mention, timex, expected(result))):
        return True
    start, end = bounds(mention.edtf)
    for first, last in expected(result):
        same_year = last.month == last.day == 1 and end is not None and end.year in (last.year, last.year - 1)
        same_month = end is not None and end.replace(day=1) == last and "/" in mention.edtf
        if start in (None, first) and (end in (None, last, last - timedelta(days=1)) or same_year or same_month):
            return True
    return False


def _covers(mention: DateMention, timex: str, wanted: list[tuple[date, date]]) -> bool:
    """A whole month, week or year for a part of it that has no agreed bounds, or for a day counted in such units."""
    start, end = bounds(mention.edtf)
    if not start or not end or not wanted:
        return False
    coarse = re.fullmatch(r"\d{4}(-W\d\d)?|(\d{4}|XXXX)-\d\d", timex) or re.match(r"(month|year):", mention.rule)
    lasting = "/" not in mention.edtf or (end - start).days == 6
    return bool(coarse and lasting) and any(start <= first and last - timedelta(days=1) <= end for first, last in wanted)


def out_of_scope(result: dict[str, Any], reference: str | None) -> str | None:
    """Why the reader doesn't set out to read this, or None."""
    timex, text = result["Value"]["Timex"], result["Text"]
    wanted = expected(result)
    if not wanted:
        return "no day in the suite (no such date, a season)"
    for reason, sign, words in REASONS:
        if re.search(sign, timex) and (words is None or re.search(words, text, re.IGNORECASE)):
            return reason
    if reference is None and not re.search(r"\d{4}", text):
        return "no day of reference in the suite"
    years = {str(day.year) for pair in wanted for day in pair}
    if re.match(r"\(?\d{4}", timex) and not any(year in text or year[2:] in text for year in years) and _far(wanted, reference):
        return "years in words, or far weeks"
    return None


def _far(wanted: list[tuple[date, date]], reference: str | None) -> bool:
    return reference is None or all(abs(first.year - int(reference[:4])) > 1 for first, _ in wanted)


def _overlaps(mention: DateMention, result: dict[str, Any]) -> bool:
    return bool(mention.start < result["Start"] + result["Length"] and result["Start"] < mention.end)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text and text != "0001-01-01" else None
    except ValueError:
        return None


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python -m benchmarks.date_suites DIR [--failures]")
    main(Path(sys.argv[1]), failures="--failures" in sys.argv)
