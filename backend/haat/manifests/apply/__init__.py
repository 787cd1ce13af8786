"""Putting a manifest into effect."""

from haat.manifests.apply.brand import Applied, apply

__all__ = ["Applied", "apply"]
