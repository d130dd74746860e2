"""A file parsed and read as the stages do it, in this process and without stores. Not here: what is measured of it."""

from collections.abc import Iterator

from assets.enriched.reading.model import Document
from assets.enriched.reading.page import Reading
from assets.enriched.reading.reader import reader
from assets.languages import packs
from assets.parsed import loading
from assets.parsed.model import Document as Parsed
from assets.parsed.parse import parse_file

FILE = "whole"


def readings(name: str, content: bytes, language: str | None = None) -> Iterator[tuple[Parsed, Reading]]:
    """The documents of a file in languages with a pack, each with what was read in it.

    Args:
        name: of the file.
        content: its bytes.
        language: of its documents; what is told or detected by default.
    """
    for number, parsed in enumerate(parse_file(FILE, name, content, loading.load()).documents):
        code = language or parsed.language
        if code in packs.codes():
            document = Document(f"{name}:{number}", code, parsed.title or "", parsed.body, published=parsed.published_edtf)
            yield parsed, reader(code).read(document)
