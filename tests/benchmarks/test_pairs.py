"""Names: spellings of one person are found, and nobody is taken for somebody else."""

from pathlib import Path

from benchmarks import pairs, sections


def test_spellings_of_one_person_are_found_and_nobody_is_confused() -> None:
    told = list(pairs.pairs())
    found, confused, _ = pairs.judge(told, pairs.ours(told), 1.0)
    of_one = sum(first.person == second.person for first, second in told)
    assert len({name.person for name in pairs.spellings()}) >= 60
    assert len(told) - of_one >= 2_000
    assert confused == 0
    assert found >= pairs.LEAST_RECALL * of_one


def test_the_sure_recall_counts_what_scores_over_every_confusion() -> None:
    a, b, c = (pairs.Spelling(person, "AZ", "en", person) for person in "aab")
    assert pairs.judge([(a, b), (a, b), (a, c)], [0.9, 0.6, 0.7], 0.5) == pairs.Figures(found=2, confused=1, found_surely=1)


def test_a_section_takes_the_place_of_its_own_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Page\n\n## One\n\nold\n\n## Two\n\nkept\n", encoding="utf-8")
    sections.put("One", "new", page)
    sections.put("Three", "more", page)
    assert page.read_text(encoding="utf-8") == "# Page\n\n## One\n\nnew\n\n## Two\n\nkept\n\n## Three\n\nmore\n"
    assert sections.get("Two", page) == "kept"
    assert sections.get("Four", page) == ""
