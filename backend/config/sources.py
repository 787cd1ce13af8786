"""Where secrets come from: the environment, a file (`NAME_FILE`, as container platforms mount them), or a Vault.

The places are asked in this order, and the first one that has a name wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from collections.abc import Mapping

SECRETS = (
    "HAAT_SECRET_KEY", "HAAT_DATA_KEYS", "HAAT_INDEX_KEYS", "HAAT_CODE_KEYS", "HAAT_TOKEN_KEYS", "HAAT_SEAL_KEYS",
    "DATABASE_URL", "DATABASE_APP_URL", "REDIS_URL", "EMAIL_URL", "SMS_URL",
    "RAZORPAY_KEY_ID", "RAZORPAY_KEY_SECRET", "RAZORPAY_WEBHOOK_SECRET", "HAAT_GOOGLE_CLIENT_SECRET",
    "STORAGE_ACCESS_KEY", "STORAGE_SECRET_KEY",
)  # fmt: skip
TIMEOUT_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Vault:
    """One secret of a KV engine of version 2; `path` is engine/path, the token may be in a file that an agent renews."""

    url: str = ""
    path: str = ""
    token: str = ""
    token_file: str = ""

    def read(self) -> dict[str, str]:
        """The names and values of the secret. Raises ImproperlyConfigured when the Vault gives none."""
        import hvac
        import requests

        token = self.token or (_file("HAAT_VAULT_TOKEN", self.token_file) if self.token_file else "")
        engine, _, path = self.path.partition("/")
        if not token or not path:
            raise ImproperlyConfigured(
                "HAAT_VAULT_URL needs HAAT_VAULT_PATH as engine/path, and HAAT_VAULT_TOKEN or HAAT_VAULT_TOKEN_FILE."
            )
        client = hvac.Client(url=self.url, token=token, timeout=TIMEOUT_SECONDS, allow_redirects=False)
        kv = client.secrets.kv.v2
        try:
            answer = kv.read_secret_version(path=path, mount_point=engine, raise_on_deleted_version=True)
            return {str(name): str(value) for name, value in answer["data"]["data"].items()}
        except (hvac.exceptions.VaultError, requests.RequestException, KeyError, TypeError, AttributeError) as error:
            raise ImproperlyConfigured(f"The Vault gave no secret at {self.path}: {type(error).__name__}.") from None
        finally:
            client.adapter.close()


def filled(environ: Mapping[str, str], vault: Vault) -> dict[str, str]:
    """The environment with the secrets that files and the Vault add to it. Raises ImproperlyConfigured."""
    found = dict(environ)
    for name in SECRETS:
        if not found.get(name) and found.get(f"{name}_FILE"):
            found[name] = _file(name, found[f"{name}_FILE"])
    missing = [name for name in SECRETS if not found.get(name)]
    if vault.url and missing:
        held = vault.read()
        found |= {name: held[name] for name in missing if held.get(name)}
    return found


def _file(name: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{name}_FILE cannot be read: {error}.") from None
