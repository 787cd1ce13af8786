"""What a person has besides an address: authenticator apps, passkeys, recovery codes, and the steps around them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.util import random_hex

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity
from haat.identity.models.people import User

CODE_DIGITS = 6
CODE_SECONDS = 30


class Authenticator(Device, Entity):
    """An authenticator app: a device of django-otp whose key is encrypted, which its own TOTPDevice does not do."""

    key = EncryptedTextField(default=random_hex)  # 20 random bytes in hex
    last_t = models.BigIntegerField(default=-1)  # time step of the newest code taken: it and older ones are dead
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user", "confirmed"], name="identity_authenticator_of")]

    def verify_code(self, code: str, *, unix_seconds: float) -> bool:
        """Take a code of this very time step, once. The caller holds the row's lock and saves."""
        if len(code) != CODE_DIGITS or not code.isascii() or not code.isdigit():
            return False
        now = TOTP(bytes.fromhex(self.key), step=CODE_SECONDS, digits=CODE_DIGITS)
        now.time = unix_seconds
        if not now.verify(int(code), tolerance=0, min_t=self.last_t + 1):
            return False
        self.last_t = now.t()
        return True


class RecoveryCode(Entity):
    """One way in when the device is lost. Only a slow hash is kept; the first letter says which one to compare."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="recovery_codes")
    letter = models.CharField(max_length=1)
    code_hash = models.CharField(max_length=200)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "letter"], name="identity_recoverycode_letter"),
        ]


class Passkey(Entity):
    """A WebAuthn credential. It works on every host below `rp_id`."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="passkeys")
    credential_id = models.TextField(unique=True)  # base64url
    credential = models.BinaryField()  # attested credential data: model of the device, id and public key
    sign_count = models.BigIntegerField(default=0)
    rp_id = models.CharField(max_length=253)
    name = models.CharField(max_length=64)
    last_used_at = models.DateTimeField(null=True)


class PasskeyChallenge(Entity):
    """Random bytes that one browser must sign, once, for one purpose on one host."""

    user = models.ForeignKey(
        User, on_delete=models.CASCADE, null=True, related_name="+"
    )  # None before anybody is known
    purpose = models.CharField(max_length=10)  # register | sign_in | factor | step_up
    portal = models.CharField(max_length=10)
    host = models.CharField(max_length=260)
    challenge = models.CharField(max_length=64)  # base64url
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)


class SignInTicket(Entity):
    """A sign-in after its first proof: it waits for the second factor, or for somebody to enrol one. Only a hash is kept."""

    class Kind(models.TextChoices):
        FACTOR = "factor"
        ENROL = "enrol"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    portal = models.CharField(max_length=10)
    brand_id = models.UUIDField(null=True)
    token_hash = models.CharField(max_length=64, unique=True)
    methods: models.JSONField[list[str], list[str]] = models.JSONField(default=list)  # `amr` so far
    is_new = models.BooleanField(default=False)
    security_version = models.PositiveIntegerField()
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)


class FactorFailure(Entity):
    """A wrong code of an authenticator app or for recovery: too many of one person cool down."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["user", "at"], name="identity_factorfailure_recent")]


class FactorReset(Entity):
    """Support takes a person's factors away, after a wait in which the person can say no."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)  # how support made sure who asked
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(done_at=None, cancelled_at=None), name="identity_factorreset_one_open"
            ),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(cancelled_at=None), name="identity_factorreset_ends_once"
            ),
            models.CheckConstraint(condition=~Q(asked_by=F("user")), name="identity_factorreset_by_another"),
        ]
