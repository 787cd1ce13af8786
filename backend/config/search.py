"""Settings of search."""

from config.environment import env

HAAT_SEARCH_ENGINE = env.str("HAAT_SEARCH_ENGINE", default="haat.search.postgres.Postgres")

# What the beat asks every brand for, in seconds
SEARCH_BEAT = {
    "search.listen": 60,
    "search.warm": 60,
    "search.catch_up": 120,
    "search.weigh": 3600,
    "search.follow_days": 3600,
}
