"""Verbs of sellers."""

from haat.sellers.services.seeding import seed_seller

__all__ = ["seed_seller"]
