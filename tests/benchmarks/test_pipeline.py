"""The measurements run at a small size, on real runs, and give figures that can be."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks import generate, page, pipeline, reading
from benchmarks.watch import CommandFailedError, watch


def test_watch_sees_time_memory_and_output(tmp_path: Path) -> None:
    held = 64 * 1024 * 1024
    program = f"import time; held = b'x' * {held}; time.sleep(0.5); print(len(held))"
    seen = watch([sys.executable, "-c", program], tmp_path, {})
    assert seen.output == f"{held}\n"
    assert seen.seconds >= 0.5
    assert 64 <= seen.peak_mib < 256
    assert 0 < seen.cpu_seconds < seen.seconds


def test_watch_counts_the_processes_that_a_process_starts(tmp_path: Path) -> None:
    inner = "held = b'x' * (96 * 1024 * 1024); import time; time.sleep(0.5)"
    seen = watch([sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"], tmp_path, {})
    assert seen.peak_mib >= 96


def test_a_command_that_fails_is_told_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match="no such thing"):
        watch([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path, {})


@pytest.mark.slow
def test_all_steps_run_at_fifty_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MEASURED", tmp_path / "measured.json")
    monkeypatch.setattr(page, "PAGE", tmp_path / "performance.md")
    found = list(pipeline.measure(tmp_path / "bench", 50))[-1]
    steps = found["steps"]
    assert [step["files"] for step in steps.values()] == [50, 0, 1, 1, 0]
    assert all(step["seconds"] > 0 and step["peak_mib"] > 0 for step in steps.values())
    assert set(steps["first"]["stages"]) >= {"raw_files", "parsed_documents", "readings", "resolved", "warehouse"}
    page.write(pipeline.keep({"50": found}))
    assert set(json.loads(pipeline.MEASURED.read_text(encoding="utf-8"))) == {"50"}
    assert "| 50 | nothing new | 0 |" in page.PAGE.read_text(encoding="utf-8")


@pytest.mark.slow
def test_steps_that_take_too_long_at_a_size_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "made"
    size = generate.write(made, 18)
    found = list(pipeline.measure(tmp_path / "bench", 16, wanted=["nothing new"], made=made))[-1]
    assert list(found["steps"]) == ["first", "nothing new"]
    assert 0 < found["bytes"] < size
    assert not made.exists()
    assert "16, nothing new: " in capsys.readouterr().err


def test_articles_made_before_must_be_as_many_as_are_needed(tmp_path: Path) -> None:
    generate.write(tmp_path / "made", 3)
    with pytest.raises(ValueError, match="3 articles where 18 are needed"):
        pipeline.Bench(tmp_path / "bench", 16, made=tmp_path / "made")


def test_measured_sizes_stand_beside_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MEASURED", tmp_path / "measured.json")
    pipeline.keep({"10000": {"articles": 10_000}})
    pipeline.keep({"reading": {}})
    assert list(pipeline.keep({"1000": {"articles": 1_000}})) == ["1000", "10000", "reading"]


def test_a_pack_that_cannot_be_touched_is_an_error(tmp_path: Path) -> None:
    bench = pipeline.Bench(tmp_path, 8)
    bench.touch("en")
    with pytest.raises(LookupError, match="xx"):
        bench.touch("xx")


def test_the_reading_is_measured_beside_its_baseline() -> None:
    found = reading.measure(each=1, times=2)
    assert found["generated"]["documents"] == 8
    assert found["generated"]["rate"] > 0
    assert found["dateparser"] > 0
    assert set(found["compile"]) == {"ar", "az", "de", "en", "fa", "fr", "ru", "tr"}
