"""What a column of a stranger's file means to us."""

from haat.imports.columns.guess import fingerprint, guess, known
from haat.imports.columns.reading import Reader
from haat.imports.columns.targets import TARGETS, is_target, label_of

__all__ = ["TARGETS", "Reader", "fingerprint", "guess", "is_target", "known", "label_of"]
