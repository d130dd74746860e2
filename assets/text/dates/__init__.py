"""Dates of the press to EDTF: words and templates come from a pack's `[dates]`, the engine knows no language.

Not here: EDTF values themselves (assets.text.edtf), which date belongs to which report (the reading stage).
"""

from assets.text.dates.reader import DateMention, DateReader

__all__ = ["DateMention", "DateReader"]
