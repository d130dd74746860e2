"""Exact and near repeats over the whole corpus: the agency's dispatch under another headline, shortened or with a line more.

Here: fingerprints of documents, candidates by banding, similarity, the original among repeats. Not here: what is done
with repeats. MinHash: Broder 1997, On the resemblance and containment of documents; banding: Leskovec, Rajaraman and
Ullman, Mining of Massive Datasets, section 3.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise

import numpy as np
import polars as pl
from numpy.typing import NDArray
from rensa import RMinHash

PERMUTATIONS = 128
BANDS = 32
ROWS = PERMUTATIONS // BANDS
"""32 bands of 4: pairs of similarity 0.5 meet with 87 %, of 0.6 with 99 %, of 0.2 with 5 %."""
SEED = 42
SHINGLE = 3
LEAST_SIMILARITY = 0.55
"""A dispatch with a new headline and a paragraph more or less stays above; two reports of one event are below 0.3."""
MOST_IN_BUCKET = 200
"""Larger buckets hold boilerplate; within them only neighbours in the order of publication are compared."""
FINGERPRINTS = {"document_id": pl.String, "body_sha256": pl.String, "minhash": pl.Binary}
DUPLICATES = {"document_id": pl.String, "same_as": pl.String, "similarity": pl.Float64}
AT_ONCE = 10_000
"""Rows whose fingerprints are turned into numbers at once."""
_WORD = r"[\p{L}\p{N}]+"

Pairs = NDArray[np.int64]


def fingerprints(documents: pl.DataFrame) -> pl.DataFrame:
    """What repeats are told by.

    Args:
        documents: document_id, title, body; the body begins with the title.

    Returns:
        document_id, `body_sha256` over the whole body, and `minhash` over three-word shingles of what follows the headline,
        128 little-endian 32-bit numbers; another headline alone leaves it as it is.
    """
    if documents.is_empty():
        return pl.DataFrame(schema=FINGERPRINTS)
    words = documents.select(
        pl.col("body").str.slice(pl.col("title").str.len_chars()).str.to_lowercase().str.extract_all(_WORD).alias("words"),
        pl.col("body"),
    )
    shingles = [_shingles(row) for row in words["words"].to_list()]
    matrix = RMinHash.digests_from_token_sets(shingles, PERMUTATIONS, SEED)
    digests = np.asarray(matrix, dtype="<u4")
    return pl.DataFrame(
        {
            "document_id": documents["document_id"],
            "body_sha256": [sha256(body.encode("utf-8", "surrogatepass")).hexdigest() for body in words["body"]],
            "minhash": [row.tobytes() for row in digests],
        },
        FINGERPRINTS,
    )


def _shingles(words: list[str]) -> list[str]:
    """Runs of three words; a text shorter than that is one shingle."""
    if len(words) <= SHINGLE:
        return [" ".join(words)]
    return list(set(map(" ".join, zip(*(words[i:] for i in range(SHINGLE)), strict=False))))


def duplicates(candidates: pl.DataFrame) -> pl.DataFrame:
    """Which documents repeat another.

    Args:
        candidates: document_id, published_on, body_sha256, minhash of the whole corpus, in any order.

    Returns:
        document_id, same_as, similarity (estimated Jaccard similarity of the shingles; 1.0 for an exact repeat). `same_as`
        is the earliest published of a group, the smallest document_id among those of one day, undated ones last; it never
        repeats another document itself. The result doesn't depend on the order of the rows.

    Memory is about 1 kB a document: the candidates' own, and as much for their numbers; bands are compared one after another.
    """
    if candidates.height < 2:
        return pl.DataFrame(schema=DUPLICATES)
    keys = candidates.select("published_on", "document_id").with_row_index("at")
    order = keys.sort("published_on", "document_id", nulls_last=True)["at"]
    exact = _exact(candidates["body_sha256"].gather(order))
    firsts = np.flatnonzero(exact == np.arange(len(exact)))
    original, similarity = _nearest(_digests(candidates["minhash"], order.gather(firsts)))
    origin = np.arange(len(exact))
    likeness = np.ones(len(exact))
    origin[firsts] = firsts[original]
    likeness[firsts] = similarity
    repeated = np.flatnonzero(exact != np.arange(len(exact)))
    origin[repeated] = origin[exact[repeated]]
    likeness[repeated] = np.where(origin[exact[repeated]] == exact[repeated], 1.0, likeness[exact[repeated]])
    rows = np.flatnonzero(origin != np.arange(len(exact)))
    ids = candidates["document_id"].gather(order)
    found = {"document_id": ids.gather(rows), "same_as": ids.gather(origin[rows]), "similarity": likeness[rows]}
    return pl.DataFrame(found, DUPLICATES).sort("document_id")


def _digests(minhashes: pl.Series, rows: pl.Series) -> NDArray[np.uint32]:
    """The numbers of some rows, in their order; few of them at a time stand as bytes of their own."""
    digests = np.empty((len(rows), PERMUTATIONS), dtype="<u4")
    for start in range(0, len(rows), AT_ONCE):
        part = minhashes.gather(rows.slice(start, AT_ONCE)).to_list()
        digests[start : start + len(part)] = np.frombuffer(b"".join(part), dtype="<u4").reshape(len(part), PERMUTATIONS)
    return digests


def _exact(hashes: pl.Series) -> NDArray[np.int64]:
    """For each row the first row with the same hash."""
    frame = pl.DataFrame({"hash": hashes}).with_row_index("row")
    first = frame.select(pl.col("row").min().over("hash"))["row"]
    return first.cast(pl.Int64).to_numpy().copy()


def _nearest(digests: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """For each row the original that it repeats (itself where none) and their similarity.

    Rows come in the order of publication. A row repeats the earliest row that is alike and no repeat itself, so that a
    chain of small changes can't tie unlike documents together.
    """
    origin = np.arange(len(digests))
    likeness = np.ones(len(digests))
    pairs = _pairs(digests)
    if not len(pairs):
        return origin, likeness
    alike = _similarity(digests, pairs)
    keep = alike >= LEAST_SIMILARITY
    order = np.lexsort((pairs[keep][:, 0], pairs[keep][:, 1]))
    for (earlier, later), similarity in zip(pairs[keep][order].tolist(), alike[keep][order].tolist(), strict=True):
        if origin[later] == later and origin[earlier] == earlier:
            origin[later] = earlier
            likeness[later] = similarity
    return origin, likeness


def _pairs(digests: NDArray[np.uint32]) -> Pairs:
    """Pairs (earlier, later) that agree in a whole band, each once."""
    found = np.empty(0, dtype=np.int64)
    size = len(digests)
    for band in range(BANDS):
        shared = _shared(digests[:, band * ROWS : (band + 1) * ROWS])
        rows = np.ascontiguousarray(digests[shared, band * ROWS : (band + 1) * ROWS])
        keys = rows.view(np.dtype((np.void, rows.dtype.itemsize * ROWS))).ravel()
        codes = [int(shared[earlier]) * size + int(shared[later]) for earlier, later in _within(keys)]
        if codes:
            found = np.union1d(found, np.asarray(codes, dtype=np.int64))
    return np.stack((found // size, found % size), axis=1)


def _shared(rows: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The rows that are not alone with their values, in order; a rare one that is alone may be among them.

    Sorting whole bands is most of the work, and hardly any row of a corpus has a companion: hashing leaves few to sort.
    """
    mixed = np.zeros(len(rows), dtype=np.uint64)
    for column in rows.T:
        mixed = (mixed ^ column) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(32)
    return np.flatnonzero(pl.Series(mixed).is_duplicated().to_numpy())


def _within(keys: NDArray[np.void]) -> Iterator[tuple[int, int]]:
    """Pairs of rows with the same key; in a bucket beyond the bound each row is paired with the first and the one before."""
    _, codes, counts = np.unique(keys, return_inverse=True, return_counts=True)
    order = np.argsort(codes, kind="stable")
    ends = np.cumsum(counts)
    for bucket in np.flatnonzero(counts > 1):
        rows = order[ends[bucket] - counts[bucket] : ends[bucket]].tolist()
        if len(rows) > MOST_IN_BUCKET:
            yield from ((rows[0], row) for row in rows[1:])
            yield from pairwise(rows[1:])
        else:
            yield from ((rows[i], rows[j]) for i in range(len(rows)) for j in range(i + 1, len(rows)))


def _similarity(digests: NDArray[np.uint32], pairs: Pairs, chunk: int = 100_000) -> NDArray[np.float64]:
    """The share of equal MinHash values: an unbiased estimate of Jaccard similarity."""
    parts = [(digests[pairs[i : i + chunk, 0]] == digests[pairs[i : i + chunk, 1]]).mean(axis=1) for i in range(0, len(pairs), chunk)]
    return np.concatenate(parts)
