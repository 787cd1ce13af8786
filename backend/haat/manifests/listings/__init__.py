"""Bringing in a large file of listings: what can be read becomes drafts, what cannot is reported."""

from haat.manifests.listings.mapping import Mapping, read_mapping
from haat.manifests.listings.run import Tally, import_listings

__all__ = ["Mapping", "Tally", "import_listings", "read_mapping"]
