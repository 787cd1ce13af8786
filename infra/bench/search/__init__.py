"""How well search finds what is meant."""
