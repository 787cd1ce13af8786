"""An authenticator in software: it makes passkeys and signs with them as a browser and its device would (ES256)."""

from __future__ import annotations

import hashlib
import json
import os
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


class SoftwareKey:
    """One device with one credential; `origin` is what its browser would say, `count` what the device counts."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.rp_id = ""
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.credential_id = os.urandom(32)
        self.count = 0
        self.user_handle = b""
        self.flags = PRESENT | VERIFIED

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        """navigator.credentials.create(), as JSON."""
        self.rp_id = options["rp"]["id"]
        self.user_handle = websafe_decode(options["user"]["id"])
        public = ES256.from_cryptography_key(self.private.public_key())
        attested = AttestedCredentialData.create(Aaguid(bytes(16)), self.credential_id, public)
        found = AuthenticatorData.create(self._rp_hash(), self.flags | ATTESTED, self.count, bytes(attested))
        client = self._client("webauthn.create", options["challenge"])
        response = {
            "clientDataJSON": websafe_encode(client),
            "attestationObject": websafe_encode(bytes(AttestationObject.create("none", found, {}))),
        }
        return self._answer(response)

    def sign(self, options: dict[str, Any]) -> dict[str, Any]:
        """navigator.credentials.get(), as JSON."""
        self.count += 1
        found = bytes(AuthenticatorData.create(self._rp_hash(), self.flags, self.count))
        client = self._client("webauthn.get", options["challenge"])
        signed = self.private.sign(found + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        response = {
            "clientDataJSON": websafe_encode(client), "authenticatorData": websafe_encode(found),
            "signature": websafe_encode(signed), "userHandle": websafe_encode(self.user_handle),
        }  # fmt: skip
        return self._answer(response)

    def _answer(self, response: dict[str, Any]) -> dict[str, Any]:
        identifier = websafe_encode(self.credential_id)
        return {"id": identifier, "rawId": identifier, "type": "public-key", "response": response,
                "clientExtensionResults": {}}  # fmt: skip

    def _rp_hash(self) -> bytes:
        return hashlib.sha256(self.rp_id.encode()).digest()

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}).encode()
