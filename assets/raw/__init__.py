"""Raw: what lies in the landing places, which of it is new, and its bytes."""

VERSION_SOURCES: tuple[str, ...] = ("assets/raw/scan.py", "assets/raw/intake.py")
"""What this stage's rules version is a digest of, relative to the repository."""
