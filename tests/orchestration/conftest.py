"""A home of its own for each test, with a few short articles made up for it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from orchestration.settings import Settings

ARTICLES = {
    "tallinn.txt": (
        "Foreign ministers of Estonia and Chile meet in Tallinn\n\n"
        "Tallinn, 12 March 2026 – The Minister of Foreign Affairs of Estonia, Maarja Kask, met the Minister of Foreign Affairs "
        "of Chile, Rodrigo Salinas, in Tallinn today.\n\nThey discussed trade and climate.\n"
    ),
    "oslo.txt": (
        "La ministre norvégienne reçue à Dakar\n\n"
        "Dakar, 14 mars 2026 – La ministre des Affaires étrangères de la Norvège, Ingrid Solberg, a été reçue vendredi à Dakar "
        "par le président du Sénégal.\n\nIls ont parlé de la coopération économique.\n"
    ),
    "bern.txt": (
        "Schweizer Botschafter übergibt Beglaubigungsschreiben\n\n"
        "Wien, 15. März 2026 – Der Botschafter der Schweiz, Urs Keller, hat am Sonntag dem Bundespräsidenten von Österreich sein "
        "Beglaubigungsschreiben übergeben.\n"
    ),
    "feed.jsonl": "\n".join(
        json.dumps({"title": title, "text": f"{title}\n\n{text}", "date": "2026-03-16", "url": f"https://wire.example/{number}"})
        for number, (title, text) in enumerate(
            [
                (
                    "Peru and Ghana hold consultations",
                    "Lima, 16 March 2026. Diplomats of Peru and Ghana held political consultations in Lima.",
                ),
                ("Rain expected in the north", "Meteorologists expect rain in the north of the country for the rest of the week."),
            ]
        )
    )
    + "\n",
}


def prepare(home: Path) -> Settings:
    """Settings of a home in which articles have landed; no worker processes."""
    landing = home / "landing"
    landing.mkdir(parents=True)
    for name, text in ARTICLES.items():
        (landing / name).write_text(text, encoding="utf-8")
    return Settings(home=home, workers=1)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A home in which articles have landed and nothing has run."""
    return prepare(tmp_path / "home")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after one run; never to be written to."""
    from orchestration.refresh import refresh

    settings = prepare(tmp_path_factory.mktemp("built") / "home")
    outcome = refresh(settings)
    assert outcome.success, outcome.errors
    return settings.root


@pytest.fixture
def done(built: Path, tmp_path: Path) -> Settings:
    """A copy of the home after one run."""
    home = tmp_path / "done"
    shutil.copytree(built, home)
    return Settings(home=home, workers=1)


@pytest.fixture
def land(done: Settings) -> Callable[[str, str], None]:
    """Puts a file into the landing place of the home after one run."""

    def put(name: str, text: str) -> None:
        (done.root / "landing" / name).write_text(text, encoding="utf-8")

    return put
