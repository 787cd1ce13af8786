"""Keys of the brand's cache: the schema is part of every key, so two brands cannot read each other."""

from haat.core.db import connection


def brand_key(key: str, key_prefix: str, version: int) -> str:
    """Key function of the `default` alias. Outside a brand it is `public`, which no brand reads."""
    return f"{key_prefix}:{connection.schema_name}:{version}:{key}"


def reverse_key(key: str) -> str:
    return key.split(":", 3)[3]
