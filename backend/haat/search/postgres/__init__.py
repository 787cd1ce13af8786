"""The engine that is built in: PostgreSQL's full text, trigrams and arrays."""

from haat.search.postgres.engine import Postgres

__all__ = ["Postgres"]
