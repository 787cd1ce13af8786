"""Verbs of privacy: copy, forget, join."""

from haat.privacy.services import erasures, exports, merges

__all__ = ["erasures", "exports", "merges"]
