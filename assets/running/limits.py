"""What one landed file may cost. Named as the settings are, which fill it; who keeps to it is not here."""

from dataclasses import dataclass
from typing import Final

MEBIBYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file.

    Attributes:
        file_bytes: of the file itself; a larger one is rejected.
        expanded_bytes: of all that is packed in it, unpacked.
        members: files packed in it.
        depth: how often something packed may hold something packed.
        pages: of a document for print.
        file_seconds: that parsing it may take.
        file_mebibytes: of memory that parsing it may take, beside what the process holds already.
    """

    file_bytes: int = 64 * MEBIBYTE
    expanded_bytes: int = 256 * MEBIBYTE
    members: int = 100_000
    depth: int = 3
    pages: int = 500
    file_seconds: float = 120.0
    file_mebibytes: int = 1_024
