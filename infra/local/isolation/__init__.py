"""The isolation report: what the suite tried, as a page for people who must decide whether to trust it."""
