"""Verbs of verification: apply, check, decide."""

from haat.verification.services.seeding import place, seed_entity

__all__ = ["place", "seed_entity"]
