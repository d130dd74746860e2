"""Objects of a real S3-compatible server are read many at a time, in their order and under a bound."""

import threading
import time
from pathlib import Path

import pytest

from assets.raw import ahead
from assets.raw.intake import work
from assets.raw.scan import Candidate, Refusal, scan
from tests.raw.test_intake import EMPTY
from tests.s3 import Server
from warehouse.places import place


class Reader:
    """Gives a file's path after a moment, and remembers how many were under way and what they held."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.now = self.bytes = self.most = self.most_bytes = 0

    def __call__(self, file: Candidate) -> str:
        with self._lock:
            self.now, self.bytes = self.now + 1, self.bytes + file.bytes
            self.most, self.most_bytes = max(self.most, self.now), max(self.most_bytes, self.bytes)
        time.sleep(0.01)
        with self._lock:
            self.now, self.bytes = self.now - 1, self.bytes - file.bytes
        return file.path


def objects(number: int, size: int) -> list[Candidate]:
    return [Candidate("news", str(each), f"s3://news/{each}", size, 0) for each in range(number)]


def test_many_small_ones_are_under_way_at_once_and_come_in_order() -> None:
    reader, files = Reader(), objects(200, 1)
    assert list(ahead.contents(files, reader, 10)) == [(file, file.path) for file in files]
    assert 1 < reader.most <= ahead.AT_ONCE


@pytest.mark.parametrize("size", [ahead.BYTES_AHEAD // 3, ahead.BYTES_AHEAD, ahead.BYTES_AHEAD * 2])
def test_large_ones_stay_under_the_bound(size: int) -> None:
    reader, files = Reader(), objects(12, size)
    assert [content for _, content in ahead.contents(files, reader, size)] == [file.path for file in files]
    assert reader.most_bytes <= max(size, ahead.BYTES_AHEAD)


def test_files_of_a_folder_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    reader = Reader()
    files = [file._replace(location=str(tmp_path / file.path)) for file in objects(20, 1)]
    found = ahead.contents(files, reader, 10)
    assert next(found) == (files[0], "0")
    assert len(list(found)) == 19
    assert reader.most == 1


def test_objects_of_a_server_come_whole_and_in_order_and_one_that_went_is_refused(server: Server) -> None:
    url = server.bucket("ahead")
    told = {f"{number:03}.txt": f"news {number}".encode() * number for number in range(120)}
    for key, content in told.items():
        place(url).write(key, content)
    scanned = scan({"news": url})
    place(url).remove(["007.txt"])
    (batch,) = work(scanned, EMPTY)
    assert batch.files["path"].to_list() == sorted(told)
    assert dict(zip(batch.files["path"], batch.files["bytes"], strict=True)) | {"007.txt": 0} == {
        key: len(content) if key != "007.txt" else 0 for key, content in told.items()
    }
    assert [reject["sample"] for reject in batch.rejects.iter_rows(named=True)] == ["007.txt"]
    assert set(batch.contents["content"]) == {content for key, content in told.items() if key != "007.txt"}


def test_a_refusal_holds_its_place() -> None:
    files = objects(3, 1)
    gone = Refusal("news", "1", "unreadable", "gone")
    found = [content for _, content in ahead.contents(files, lambda file: gone if file.path == "1" else file.path, 10)]
    assert found == ["0", gone, "2"]
