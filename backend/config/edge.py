"""Settings of the edge: whose word about the caller's address is believed, and how much one caller may ask."""

from ipaddress import ip_network

from django.core.exceptions import ImproperlyConfigured

from config.environment import HAAT_ENV, PRODUCTION, env

# Unset and “none” both mean: nobody stands before us, and the connection's own address is the caller's.
_PROXIES = env.str("HAAT_TRUSTED_PROXIES", default="").strip()
HAAT_TRUSTED_PROXIES_SAID = bool(_PROXIES)
try:
    HAAT_TRUSTED_PROXIES = [ip_network(word.strip()) for word in _PROXIES.split(",") if _PROXIES not in {"", "none"}]
except ValueError as error:
    raise ImproperlyConfigured(
        f"HAAT_TRUSTED_PROXIES: {error}. Give networks such as 10.0.0.0/8,fd00::/8, or none."
    ) from None

HAAT_API_DOCS = env.bool("HAAT_API_DOCS", default=not PRODUCTION)  # the OpenAPI documents and the pages to browse them

# name → (requests, seconds). `anonymous_writes` is the product's figure.
_LIMITS = {
    "anonymous_writes": (100, 900),
    "codes": (20, 900),
    "login": (30, 900),
    "refresh": (300, 900),
    "reads": (300, 60),
    "signed_in_reads": (600, 60),
    "signed_in_writes": (120, 60),
    "search": (60, 60),
    "checkout": (60, 900),
    "coupons": (20, 900),
    "gift_codes": (10, 900),
    "domain_checks": (20, 300),
    "uploads": (200, 900),
    "kept_answers": (1200, 60),
}
# Elsewhere one machine is everybody: the suite and the browser tests share one address.
_GENEROSITY = {"production": 1, "development": 100, "test": 10_000}[HAAT_ENV]


def _limit(name: str, text: str) -> tuple[int, int]:
    count, _, seconds = text.partition("/")
    if name not in _LIMITS or not count.isdecimal() or not seconds.isdecimal() or not int(count) or not int(seconds):
        raise ImproperlyConfigured(
            f"HAAT_LIMITS: “{name}={text}” is not one of {', '.join(_LIMITS)} as name=requests/seconds."
        )
    return int(count), int(seconds)


HAAT_LIMITS = {name: (count * _GENEROSITY, seconds) for name, (count, seconds) in _LIMITS.items()}
HAAT_LIMITS |= {
    name: _limit(name, text)
    for name, _, text in (word.partition("=") for word in env.str("HAAT_LIMITS", default="").split())
}
# A brand's requests a minute, by its plan: no shop may take the others' share of the machines.
HAAT_PLANS = {
    name: count * _GENEROSITY for name, count in {"starter": 1_200, "standard": 6_000, "large": 30_000}.items()
}
