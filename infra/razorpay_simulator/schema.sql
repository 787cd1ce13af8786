CREATE TABLE IF NOT EXISTS merchants (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  key_id TEXT NOT NULL UNIQUE,
  key_secret TEXT NOT NULL
);
-- Every API entity: `body` is what the API shows, `private` is what only the simulator knows about it.
CREATE TABLE IF NOT EXISTS entities (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  merchant TEXT NOT NULL REFERENCES merchants (id),
  parent TEXT,
  created_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  private TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS entities_of_merchant ON entities (merchant, kind, created_at);
CREATE INDEX IF NOT EXISTS entities_of_parent ON entities (parent, kind);
CREATE INDEX IF NOT EXISTS orders_by_receipt ON entities (merchant, json_extract(body, '$.receipt')) WHERE kind = 'order';
-- Money moves from a source to a destination: an unbalanced move cannot be written.
CREATE TABLE IF NOT EXISTS postings (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  merchant TEXT NOT NULL,
  source TEXT NOT NULL,
  destination TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  reason TEXT NOT NULL,
  reference TEXT NOT NULL,
  CHECK (source <> destination)
);
CREATE INDEX IF NOT EXISTS postings_out ON postings (source);
CREATE INDEX IF NOT EXISTS postings_in ON postings (destination);
CREATE TABLE IF NOT EXISTS idempotency (
  merchant TEXT NOT NULL,
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  response TEXT NOT NULL,
  PRIMARY KEY (merchant, scope, key)
);
-- Work that falls due on the virtual clock.
CREATE TABLE IF NOT EXISTS jobs (
  seq INTEGER PRIMARY KEY,
  due_at REAL NOT NULL,
  kind TEXT NOT NULL,
  entity TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS jobs_due ON jobs (due_at);
CREATE TABLE IF NOT EXISTS events (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  merchant TEXT NOT NULL,
  name TEXT NOT NULL,
  body BLOB NOT NULL,
  created_at REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS deliveries (
  seq INTEGER PRIMARY KEY,
  event TEXT NOT NULL REFERENCES events (id),
  webhook TEXT NOT NULL,
  secret TEXT NOT NULL, -- of the moment of the event: retries after a rotation keep the old one
  state TEXT NOT NULL CHECK (state IN ('pending', 'held', 'delivered', 'dropped', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at REAL NOT NULL,
  last_status INTEGER,
  last_error TEXT,
  delivered_at REAL
);
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (state, next_at);
CREATE TABLE IF NOT EXISTS faults (
  seq INTEGER PRIMARY KEY,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  kind TEXT NOT NULL,
  seconds REAL NOT NULL,
  skip INTEGER NOT NULL,
  times INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL);
