"""Thousands of empty files are each one reject; `make fuzz` does it with a million."""

from pathlib import Path

import pytest

from tests.fuzz.empty import MOST_MIB, run


@pytest.mark.slow
def test_every_empty_file_is_accounted_for(tmp_path: Path) -> None:
    rejects, seen = run(tmp_path, 5_000)
    assert rejects == 5_000
    assert seen.peak_mib < MOST_MIB
