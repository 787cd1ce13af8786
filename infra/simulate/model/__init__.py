"""What must be true of the market, in plain Python: no import of Haat, no database, its own arithmetic."""
