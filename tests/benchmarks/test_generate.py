"""Generated articles: the same for the same seed, no two alike, as many languages as there are."""

from pathlib import Path

from assets.parsed import loading
from assets.parsed.parse import parse_file
from benchmarks import generate


def articles(number: int, seed: int = 1) -> list[tuple[str, str]]:
    return list(generate.Writer(seed, words=80).articles(number))


def test_the_same_seed_gives_the_same_articles() -> None:
    assert articles(24) == articles(24)
    assert articles(24) != articles(24, seed=2)


def test_more_articles_begin_with_the_fewer() -> None:
    assert articles(40)[:24] == articles(24)


def test_no_two_articles_are_alike() -> None:
    made = articles(400)
    assert len({name for name, _ in made}) == len(made)
    assert len({text for _, text in made}) == len(made)
    assert len({text.partition("\n")[0] for _, text in made}) == len(made)


def test_an_event_is_told_in_several_languages() -> None:
    told = articles(generate.TELLINGS)
    assert len({name[-6:-4] for name, _ in told}) == generate.TELLINGS
    days = {text.split("\n\n")[1].split(", ")[0] for name, text in told if name.endswith(("-az.txt", "-de.txt"))}
    assert len(days) == 1


def test_files_hold_what_was_made(tmp_path: Path) -> None:
    size = generate.write(tmp_path, 30, words=80)
    files = sorted(tmp_path.rglob("*.txt"))
    assert [file.read_text(encoding="utf-8") for file in files] == [text for _, text in articles(30)]
    assert sum(file.stat().st_size for file in files) == size


def test_a_page_holds_its_article_among_other_things(tmp_path: Path) -> None:
    known = loading.load()
    generate.write(tmp_path, 8, words=80, pages=True)
    for path, (_, text) in zip(sorted(tmp_path.rglob("*.html")), articles(8), strict=True):
        (read,) = parse_file("page", path.name, path.read_bytes(), known).documents
        assert read.body == text.strip()
        assert read.published_edtf is not None
        assert path.stat().st_size > 4 * len(text.encode())
