from tests.provider import provider
from tests.verification.conftest import applicant, tara

__all__ = ["applicant", "provider", "tara"]
