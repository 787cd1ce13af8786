"""Verbs of the books."""

from haat.books.verifying import prove, verify

__all__ = ["prove", "verify"]
