"""Setup steps are skipped while their inputs are unchanged: a stamp holds the hash of what a step was run with."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from infra.local.files import write_atomically

SKIPPED_FOLDERS = {"node_modules", "dist", "__pycache__", ".git", ".haat", "test-results"}


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """Names and contents of files and folders, and any words that matter (addresses, versions)."""
    digest = hashlib.sha256("\0".join(words).encode())
    for path in paths:
        for file in _files(path):
            digest.update(f"\0{file.relative_to(path.parent)}\0".encode())
            with file.open("rb") as content:
                digest.update(hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(set(folders) - SKIPPED_FOLDERS)
        for name in sorted(names):
            file = Path(folder, name)
            if not name.endswith((".pyc", "~", ".swp")) and file.is_file():
                yield file


def is_current(stamp: Path, value: str) -> bool:
    try:
        return stamp.read_text(encoding="utf-8") == value
    except OSError:
        return False


def set_stamp(stamp: Path, value: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(stamp, value)
