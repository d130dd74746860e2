"""The knowledge of every pack and of the register, compiled once a process. What it is made of is not here (knowledge)."""

from functools import cache

from assets.languages import packs
from assets.parsed.knowledge import Knowledge, knowledge
from assets.register import registers
from assets.text.lasting import lasting


@cache
@lasting()
def load() -> Knowledge:
    """All that parsing knows."""
    return knowledge({code: packs.load(code) for code in packs.codes()}, registers.load())
