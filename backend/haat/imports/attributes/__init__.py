"""Facts that titles and texts of goods say: brand, colour, size, material, pack and others, by rules that can be read."""

from haat.imports.attributes.extract import extract

__all__ = ["extract"]
