"""How often books are sealed, proved and compared with the provider, and people told of what stays, in seconds."""

RUNNING = {  # of brands that sell
    "books.watch": 60,
    "books.reconcile": 600,
    "books.reconcile_deeply": 86_400,
    "notifications.alarms": 300,
}
WHOEVER = {"ledger.seal": 20, "ledger.seal_late": 3600, "books.prove": 3600}  # of everything that keeps books
