"""Comparing with the provider: each kind of thing in a file, then one queue of differences."""
