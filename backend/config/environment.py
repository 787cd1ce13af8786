"""What kind of place this is. Read by every other part of the settings."""

import os
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from config.sources import Vault, filled

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()
HAAT_VAULT_URL = env.str("HAAT_VAULT_URL", default="")
_vault = Vault(
    url=HAAT_VAULT_URL,
    path=env.str("HAAT_VAULT_PATH", default=""),
    token=env.str("HAAT_VAULT_TOKEN", default=""),
    token_file=env.str("HAAT_VAULT_TOKEN_FILE", default=""),
)
env.ENVIRON = filled(os.environ, _vault)  # type: ignore[assignment]  # a mapping is all it needs

HAAT_ENV = env.str("HAAT_ENV", default="development")
if HAAT_ENV not in {"development", "test", "production"}:
    raise ImproperlyConfigured(f"HAAT_ENV must be development, test or production, not “{HAAT_ENV}”.")
PRODUCTION = HAAT_ENV == "production"
DEBUG = False
HAAT_PLATFORM_DOMAIN = env.str("HAAT_PLATFORM_DOMAIN", default="haat.localhost").lower()
HAAT_PUBLIC_SCHEME = env.str("HAAT_PUBLIC_SCHEME", default="https" if PRODUCTION else "http")
HAAT_PUBLIC_PORT = env.str("HAAT_PUBLIC_PORT", default="" if PRODUCTION else "8000")
