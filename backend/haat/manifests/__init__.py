"""Brands and catalogues as files: read whole, refused whole, applied again without effect."""
