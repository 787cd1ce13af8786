"""Which app lives where: shared ones in `public`, the others in every brand's schema; none in both."""

from importlib.util import find_spec

SHARED = [
    "django_tenants",
    "haat.core",
    "haat.tenancy",
    "haat.identity",
    "haat.verification",
    "haat.privacy",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_otp",  # its devices are ours: the plugins keep keys and recovery codes in clear
]
TENANT = [
    "haat.audit",
    "haat.ledger",
    "haat.payments",
    "haat.sellers",
    "haat.saved_views",
    "haat.customers",
    "haat.catalog",
    "haat.pricing",
    "haat.promotions",
    "haat.giftcards",
    "haat.inventory",
    "haat.shipping",
    "haat.tax",
    "haat.orders",
    "haat.cart",
    "haat.fulfilment",
    "haat.checkout",
    "haat.commissions",
    "haat.payouts",
    "haat.returns",
    "haat.disputes",
    "haat.documents",
    "haat.reviews",
    "haat.books",
    "haat.notifications",
    "haat.search",
    "haat.content",
    "haat.imports",
]
TOOLS = [
    "django.contrib.postgres",  # index expressions with an operator class
    "django.contrib.staticfiles",
    "django_linear_migrations",
    "django_migration_linter",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_vite",
    "rest_framework",
    "portals.customer",
]
DEVELOPMENT = {"django_linear_migrations", "django_migration_linter"}


def installed() -> list[str]:
    """Development tools are missing from a production install; apps of ours never are."""
    names = [*SHARED, *TENANT, *TOOLS, "haat"]
    return [name for name in names if name not in DEVELOPMENT or find_spec(name)]
