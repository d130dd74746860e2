"""Sites: of a small corpus written by hand in which an article means harm, of the example articles, and of one meeting in five languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assets.site.build import Report, build
from orchestration.refresh import refresh
from orchestration.settings import Settings
from tests.warehouse import corpus
from warehouse import Store, publish

ROOT = Path(__file__).parents[2]
SCRIPT = "</script><script>document.title='harmed'</script>"
IMAGE = "<img src=x onerror=\"document.title='harmed'\">"


@dataclass(frozen=True)
class Site:
    """A written site, and the file it was made from."""

    root: Path
    database: Path

    def pages(self) -> Iterator[Path]:
        yield from self.root.rglob("*.html")


def harm(rows: corpus.Corpus) -> None:
    """What an article may say: script in its title, its text, a name; an address that would run."""
    documents = rows.rows[("validated", "documents")]
    documents[0] |= {"title": f"Talks {SCRIPT}", "url": "javascript:document.title='harmed'"}
    documents[2] |= {"url": 'https://apa.example/held?a=1&b="><script>'}
    for name in rows.rows[("resolved", "person_names")][:1]:
        name["name"] = f"Novak {IMAGE}"
    for person in rows.rows[("resolved", "persons")][:1]:
        person["name"] = f"Novak {SCRIPT}"
    for event in rows.rows[("resolved", "events")][:1]:
        event["title"] = f"Meeting {IMAGE}"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("hostile")
    rows = corpus.whole()
    harm(rows)
    store = Store(folder)
    rows.commit(store)
    database = folder / "dragoman.duckdb"
    result = publish(store, database, corpus.VERSIONS, run_id="one", checked_at=datetime(2031, 6, 1, tzinfo=UTC))
    assert result.published, [check for check in result.checks if not check.passed]
    build(Report(database, folder / "site"))
    return Site(folder / "site", database)


def read(landing: Path, home: Path) -> Site:
    """The site of articles that lie in a folder."""
    settings = Settings(home=home, landing=(landing,), workers=1, measure=False)
    outcome = refresh(settings)
    assert outcome.success, outcome.errors
    build(Report(settings.database, home / "site"))
    return Site(home / "site", settings.database)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the example articles."""
    return read(ROOT / "examples/landing", tmp_path_factory.mktemp("examples") / "home")


@pytest.fixture(scope="session")
def one_visit(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of one meeting that five articles tell of, each in a language of its own."""
    return read(Path(__file__).parent / "one_visit", tmp_path_factory.mktemp("visit") / "home")
