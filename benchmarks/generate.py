"""Makes articles to measure with: eight languages, each unique, the same for the same seed. Not meant to be read.

    python -m benchmarks.generate FOLDER --articles 10000 [--seed 1] [--words 350] [--pages]

Sizes follow press texts: the median article is about 3 kB of UTF-8 at the default number of words. Persons and places come
from the register, so that resolution has real names to compare; every event is told by a few articles in different languages.
As pages they stand among what a news site puts around an article: navigation, scripts, metadata, links to others, a footer.
"""

import argparse
import html
import json
import random
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from assets.register import registers

WORDS = Path(__file__).parent / "corpus" / "words.toml"
FIRST_DAY = date(2020, 1, 1)
DAYS = 2_000
PER_FOLDER = 5_000
PARAGRAPH = 55
PLAIN = (3, 1)
"""Plain words to words of the field, as in a report: a sentence of these alone would be one of topics alone."""
AROUND = 60
"""Links in each of the lists around an article on its page."""
TELLINGS = 3
"""Articles that tell one event, each in another language."""


class Writer:
    """Writes articles of all languages in turn.

    Args:
        seed: the same seed gives the same articles.
        words: filling words in an article.
    """

    def __init__(self, seed: int, words: int) -> None:
        self._seed = seed
        self._random = random.Random(seed)  # noqa: S311 - the same articles for the same seed, no secret
        self._words = words
        self._languages = tomllib.loads(WORDS.read_text(encoding="utf-8"))
        register = registers.load()
        self._people = sorted({row.name for row in register.officials})
        self._places = [place.name for place in register.places if place.kind == "capital"]

    def articles(self, number: int) -> Iterator[tuple[str, str]]:
        """File name and text of each article."""
        codes = sorted(self._languages)
        for n in range(number):
            code = codes[n % len(codes)]
            yield f"{n // PER_FOLDER:04d}/{n:07d}-{code}.txt", self._article(code, n)

    def _article(self, code: str, number: int) -> str:
        language = self._languages[code]
        slots = self._event(number // TELLINGS)
        dateline, lead = (text.format(**slots) for text in language["lead"])
        vocabulary = language["words"].split()
        plain = language["plain"].split()
        headline = " ".join(self._random.choices(vocabulary, k=7)).capitalize() + f" {number}"
        paragraphs = [headline, f"{dateline}. {lead}"]
        paragraphs += [f"{act.format(**slots)} {self._filling(vocabulary, plain)}" for act in language["acts"]]
        while sum(len(p.split()) for p in paragraphs) < self._words:
            paragraphs.append(self._filling(vocabulary, plain))
        return "\n\n".join(paragraphs) + "\n"

    def _event(self, number: int) -> dict[str, str]:
        """Who met whom, where and when: what the sentences are filled with."""
        chance = random.Random(f"{self._seed} {number}")  # noqa: S311 - the same events for the same seed, no secret
        first, second = chance.sample(self._people, 2)
        return {
            "a": first,
            "b": second,
            "x": first.split()[-1],
            "y": second.split()[-1],
            "p": chance.choice(self._places),
            "d": (FIRST_DAY + timedelta(days=chance.randrange(DAYS))).strftime("%d.%m.%Y"),
            "n": str(chance.randrange(2, 90)),
        }

    def _filling(self, vocabulary: list[str], plain: list[str]) -> str:
        sentences = []
        for _ in range(4):
            kinds = self._random.choices((plain, vocabulary), PLAIN, k=PARAGRAPH // 4)
            words = [self._random.choice(kind) for kind in kinds]
            words.insert(self._random.randrange(len(words)), str(self._random.randrange(10_000)))
            sentences.append(" ".join(words).capitalize() + ".")
        return " ".join(sentences)


def page(text: str, code: str, number: int) -> str:
    """An article as the page of a news site, about seven times as long.

    Args:
        text: headline and paragraphs. code: of its language. number: of the article, which its date and its neighbours follow from.
    """
    title, *paragraphs = (html.escape(part) for part in text.strip().split("\n\n"))
    day = (FIRST_DAY + timedelta(days=number % DAYS)).isoformat()
    told = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": html.unescape(title), "datePublished": f"{day}T09:00:00Z"}
    links = "".join(f'<li class="item"><a href="/news/{number + n}.html">{title[n:40]} {n}</a></li>' for n in range(AROUND))
    script = "".join(f'window.counters.push({{"slot": {n}, "name": "place-{n}", "size": [300, 250]}});' for n in range(AROUND))
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{code}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:title" content="{title}"><meta property="article:published_time" content="{day}">'
        f'<link rel="canonical" href="https://news.example/news/{number}.html">'
        f'<script type="application/ld+json">{json.dumps(told, ensure_ascii=False)}</script><script>{script}</script></head><body>'
        f'<header><nav><ul class="menu">{links}</ul></nav></header><main><article><h1>{title}</h1>'
        f'<div class="share"><a href="#">Share</a> <a href="#">Print</a></div>{body}</article>'
        f'<aside class="related"><ul>{links}</ul></aside></main><footer><ul>{links}</ul>© news.example</footer></body></html>'
    )


def write(folder: Path, number: int, seed: int = 1, words: int = 350, pages: bool = False) -> int:
    """Write articles below a folder; returns their size in bytes. Of two numbers the larger one's first articles are the smaller one's.

    Args:
        pages: as pages of a news site.
    """
    size = 0
    for n, (name, text) in enumerate(Writer(seed, words).articles(number)):
        path = (folder / name).with_suffix(".html" if pages else ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        content = (page(text, path.stem[-2:], n) if pages else text).encode()
        path.write_bytes(content)
        size += len(content)
    return size


def main() -> None:
    """Read the command line and write."""
    cli = argparse.ArgumentParser(description="Make articles to measure with.")
    cli.add_argument("folder", type=Path)
    cli.add_argument("--articles", type=int, default=10_000)
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--words", type=int, default=350)
    cli.add_argument("--pages", action="store_true", help="as pages of a news site")
    asked = cli.parse_args()
    size = write(asked.folder, asked.articles, asked.seed, asked.words, asked.pages)
    print(f"{asked.articles} articles, {size / 1e6:.1f} MB, {size / max(1, asked.articles):.0f} bytes each")


if __name__ == "__main__":
    main()
