"""How often the books are sealed, proved and compared with the payment provider, in seconds."""

RUNNING = {"books.watch": 60, "books.reconcile": 600, "books.reconcile_deeply": 86_400}  # of brands that sell
WHOEVER = {"ledger.seal": 20, "ledger.seal_late": 3600, "books.prove": 3600}  # of everything that keeps books
