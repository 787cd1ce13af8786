"""How passwords are kept (docs/adr/0017)."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class PasswordHasher(Argon2PasswordHasher):
    """Argon2id, 46 MiB, two passes, one lane: above OWASP's floor, and 16 at once still fit into a small server."""

    time_cost = 2
    memory_cost = 47_104  # KiB
    parallelism = 1
