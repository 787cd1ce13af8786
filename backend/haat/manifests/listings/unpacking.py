"""The file itself: plain or gzip, opened as a stream of its contents."""

from __future__ import annotations

import gzip
import tempfile
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from haat.manifests.problems import Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GZIP = b"\x1f\x8b"
PIECE = 1024 * 1024


@contextmanager
def contents(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The bytes and how many there are. Raises Refused for a file that is not what its name says, or is damaged."""
    with tempfile.TemporaryFile() as copy:
        try:
            size = _copy(path, copy)
        except OSError as wrong:
            raise Refused([Problem(path, 1, "file", wrong.strerror or str(wrong))]) from None
        copy.seek(0)
        yield copy, size


def _copy(path: Path, copy: IO[bytes]) -> int:
    with path.open("rb") as source:
        is_gzip = source.read(2) == GZIP
        source.seek(0)
        if path.suffix == ".gz" and not is_gzip:
            raise Refused([Problem(path, 1, "gzip", "The name ends in .gz, but this is not a gzip file.")])
        stream = gzip.GzipFile(fileobj=source) if is_gzip else source
        size = lines = 0
        try:
            while piece := stream.read(PIECE):
                size += copy.write(piece)
                lines += piece.count(b"\n")
        except (gzip.BadGzipFile, zlib.error, EOFError) as wrong:
            raise Refused([Problem(path, lines + 1, "gzip", f"The file is damaged here: {wrong}")]) from None
    return size
