"""The reading as a unit of work: a worker process has the reader of one language at a time."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import polars as pl

from assets.enriched.reading.reader import reader
from assets.enriched.reading.work import read_batch

TEXTS = {
    "tr": "Çad Dışişleri Bakanı Idriss Moussa, Lima'da Peru Dışişleri Bakanı Javier Salinas ile görüştü.",
    "az": "Çadın xarici işlər naziri İdris Musa Limada Perunun xarici işlər naziri Xavyer Salinas ilə görüşüb.",
}


def read_all() -> tuple[list[int], int]:
    """Reports found in a text of each language, one after the other, and how many readers stand at the end."""
    found = []
    for language, text in TEXTS.items():
        row = {"document_id": "1", "title": "Lima", "body": f"Lima\n\n{text}", "outlet": None, "published_edtf": "2031-05-06"}
        schema = dict.fromkeys(row, pl.String)
        found.append(read_batch(pl.DataFrame([row], schema=schema), language)["reports"].height)
    return found, reader.cache_info().currsize


def test_a_worker_forgets_the_language_before() -> None:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
        found, readers = executor.submit(read_all).result()
    assert (found, readers) == ([1, 1], 1)
    here, readers = read_all()
    assert here == found
    assert readers >= len(TEXTS)
