"""The closed word lists and the shapes that the public contract allows in its columns.

Belongs here: codes that analysts may filter by, and the regular expressions of standard notations.
Does not: the words of any human language, which live in the language packs.
"""

from __future__ import annotations

from typing import Final

EVENT_KINDS: Final = (
    "meeting",
    "consultations",
    "conference",
    "visit",
    "call",
    "signing",
    "statement",
    "appointment",
    "credentials",
)
STATUSES: Final = ("held", "planned", "cancelled")
LEVELS: Final = ("expert", "senior_officials", "deputy_ministerial", "ministerial", "summit", "parliamentary")
DATE_BASES: Final = ("stated", "weekday", "relative", "dateline", "publication", "context")
CAPACITIES: Final = (
    "side",
    "host",
    "guest",
    "chair",
    "co_chair",
    "delegation_head",
    "attendee",
    "signatory",
    "speaker",
    "appointee",
)
MANDATE_ROLES: Final = (
    "chair",
    "co_chair",
    "vice_chair",
    "member",
    "observer",
    "supporter",
    "coordinator",
    "host",
    "candidate",
    "presidency",
)
MENTION_KINDS: Final = ("person", "office", "organisation", "country", "place", "date")
ORGANISATION_KINDS: Final = (
    "igo",
    "process",
    "ministry",
    "parliament",
    "presidency",
    "government",
    "press",
    "company",
    "ngo",
    "other",
)
OFFICES: Final = (
    "head_of_state",
    "president",
    "vice_president",
    "prime_minister",
    "deputy_prime_minister",
    "foreign_minister",
    "deputy_foreign_minister",
    "minister",
    "deputy_minister",
    "state_secretary",
    "ambassador",
    "permanent_representative",
    "charge_daffaires",
    "consul",
    "special_envoy",
    "special_representative",
    "high_representative",
    "secretary_general",
    "deputy_secretary_general",
    "under_secretary_general",
    "assistant_secretary_general",
    "director_general",
    "director",
    "head_of_department",
    "speaker",
    "deputy_speaker",
    "member_of_parliament",
    "spokesperson",
    "adviser",
    "commissioner",
    "monarch",
    "crown_prince",
    "commander",
    "chair",
    "head_of_mission",
    "coordinator",
    "delegate",
    "other",
)
TOPICS: Final = (
    "peace",
    "conflict",
    "security",
    "terrorism",
    "drugs",
    "mines",
    "borders",
    "trade",
    "economy",
    "energy",
    "transport",
    "climate",
    "migration",
    "refugees",
    "humanitarian",
    "human_rights",
    "culture",
    "education",
    "health",
    "water",
    "nuclear",
    "relations",
    "cooperation",
    "sanctions",
    "consular",
    "media",
    "technology",
    "parliament",
    "religion",
)
INTAKES: Final = ("new", "changed", "restored")
STAGES: Final = ("raw", "parsed", "validated")
SEVERITIES: Final = ("error", "warn")

ID_PATTERN: Final = r"^[0-9a-f]{16}$"
SHA256_PATTERN: Final = r"^[0-9a-f]{64}$"
SLUG_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CODE_PATTERN: Final = r"^[a-z0-9]+([_.:/-][a-z0-9]+)*$"
# ISO 3166-1 alpha-2: the form; that the code exists is a reference into the table `countries`.
COUNTRY_PATTERN: Final = r"^[A-Z]{2}$"
# BCP 47 as far as the press needs it: language, optional script, optional region.
LANGUAGE_PATTERN: Final = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
# ISO 15924, such as Latn, Arab, Cyrl.
SCRIPT_PATTERN: Final = r"^[A-Z][a-z]{3}$"
# EDTF (ISO 8601-2, levels 0 and 1): a date or partial date with X for unknown digits, an interval, an open end.
EDTF_PATTERN: Final = (
    r"^(\.\.|[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?)"
    r"(/(\.\.|[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?)?)?$"
)
CAMEO_PATTERN: Final = r"^[0-9]{2,4}$"
PLOVER_PATTERN: Final = r"^[A-Z]+(_[A-Z]+)*$"
