"""The contracts of all tables: public ones that analysts query, and segments between stages.

Belongs here: the registries by name. Does not: how tables are filled or stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warehouse.contracts import documents, happenings, internal, quality, register, resolved
from warehouse.contracts.table import Column, ContractError, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["INTERNAL", "PUBLIC", "Column", "ContractError", "Table", "contract", "relation"]


def _by_name(tables: Iterable[Table]) -> Mapping[str, Table]:
    return {table.name: table for table in tables}


PUBLIC: Final[Mapping[str, Table]] = _by_name((*quality.TABLES, *documents.TABLES, *register.TABLES, *happenings.TABLES))

_REJECTS = PUBLIC["rejects"]
_DOCUMENTS = Table("documents", ("document_id",), internal.SegmentDocuments)
_RESOLVED = (
    "persons",
    "person_names",
    "roles",
    "organisations",
    "organisation_names",
    "countries",
    "places",
    "events",
    "event_participants",
    "event_topics",
    "conflicts",
    "event_log",
    "mandates",
    "mandate_reports",
)

INTERNAL: Final[Mapping[str, Mapping[str, Table]]] = {
    "raw": _by_name((Table("files", ("landing", "path", "first_seen_at"), internal.RawFiles), _REJECTS)),
    "parsed": _by_name((Table("parsed_files", ("file_id",), internal.ParsedFiles), _DOCUMENTS, _REJECTS, internal.FAULTS)),
    "validated": _by_name(
        (
            _DOCUMENTS,
            _REJECTS,
            Table("verdicts", ("document_id", "rule"), internal.Verdicts),
            Table("fingerprints", ("document_id",), internal.Fingerprints),
        )
    ),
    "duplicates": _by_name((Table("duplicates", ("document_id",), internal.Duplicates),)),
    "read": _by_name(internal.READ_TABLES),
    "resolved": _by_name((*(PUBLIC[name] for name in _RESOLVED), *internal.MAPS, *resolved.TABLES)),
}


def contract(stage: str, table: str) -> Table:
    """Find the contract of a segment table.

    Args:
        stage: a key of `INTERNAL`.
        table: the table's name in that stage.

    Raises:
        ContractError: there is no such stage or table; the message says which there are.
    """
    if stage not in INTERNAL:
        raise ContractError(f"no stage {stage!r}; there are {sorted(INTERNAL)}")
    if table not in INTERNAL[stage]:
        raise ContractError(f"stage {stage!r} has no table {table!r}; there are {sorted(INTERNAL[stage])}")
    return INTERNAL[stage][table]


def relation(stage: str, table: str) -> str:
    """The name by which SQL knows a segment table: `read_reports`, `parsed_files`, `duplicates`."""
    if table == stage or table.startswith(f"{stage}_"):
        return table
    return f"{stage}_{table}"
