"""What kind of place this is, and the keys that follow from its one secret. Read by every other part of the settings."""

import hashlib
import hmac
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()

HAAT_ENV = env.str("HAAT_ENV", default="development")
if HAAT_ENV not in {"development", "test", "production"}:
    raise ImproperlyConfigured(f"HAAT_ENV must be development, test or production, not “{HAAT_ENV}”.")
PRODUCTION = HAAT_ENV == "production"
DEBUG = False
HAAT_PLATFORM_DOMAIN = env.str("HAAT_PLATFORM_DOMAIN", default="haat.localhost").lower()
HAAT_PUBLIC_SCHEME = env.str("HAAT_PUBLIC_SCHEME", default="https" if PRODUCTION else "http")
HAAT_PUBLIC_PORT = env.str("HAAT_PUBLIC_PORT", default="" if PRODUCTION else "8000")
SECRET_KEY = env.str("HAAT_SECRET_KEY", default="" if PRODUCTION else "development-only-secret-key-of-haat-0123456789")
if len(SECRET_KEY) < 32:
    raise ImproperlyConfigured("HAAT_SECRET_KEY must be set, to at least 32 random characters.")


def derived(label: str) -> bytes:
    return hmac.new(SECRET_KEY.encode(), label.encode(), hashlib.sha256).digest()


HAAT_DATA_KEYS = {"k1": derived("data:k1")}  # the first key encrypts, all of them decrypt
HAAT_SEAL_KEYS = {"s1": derived("audit-seal:s1")}  # the first key seals the audit log, all of them verify
HAAT_INDEX_KEY = derived("blind-index")
HAAT_CODE_KEY = derived("login-code")
HAAT_TOKEN_KEYS = {"t1": derived("access-token:t1")}  # the first key signs, all of them verify
