"""Random months of a market, checked against a model that knows nothing of Haat's own bookkeeping."""
