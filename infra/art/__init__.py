"""Draws the pictures of the demo brands: small SVG files, the same bytes on every run.

`python -m infra.art tenants/<slug>` reads `theme/art.csv` (one picture a row) and writes the files it names.
"""
