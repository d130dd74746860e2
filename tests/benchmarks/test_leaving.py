"""Pages and exports are measured at a small size, on real runs, and a second measurement begins with the same records."""

from pathlib import Path

import pytest

from benchmarks import leaving, page


@pytest.mark.slow
def test_all_that_leaves_is_measured_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "PAGE", tmp_path / "performance.md")
    found = leaving.measure(tmp_path / "bench", 24)
    first, more, nothing = found["pages"].values()
    assert first["written"] == first["pages"] > 24
    assert 1 < more["written"] < more["pages"]
    assert nothing["written"] == 1
    assert len(found["exports"]) == 7
    assert all(export["rows"] and export["files"] > 1 for export in found["exports"].values())
    record = (tmp_path / "bench" / leaving.AFTER).stat().st_mtime_ns
    assert leaving.measure(tmp_path / "bench", 24)["pages"]["first"]["pages"] == first["pages"]
    assert (tmp_path / "bench" / leaving.AFTER).stat().st_mtime_ns == record
    page.write({page.LEAVING: found})
    assert "| one in a hundred new |" in page.PAGE.read_text(encoding="utf-8")
