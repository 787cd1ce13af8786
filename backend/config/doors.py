"""Settings of the ways in: codes and their budgets, SMS, passwords, other people's sign-in."""

from django.core.exceptions import ImproperlyConfigured

from config.environment import HAAT_PUBLIC_PORT, PRODUCTION, env

# -- Codes. Outside production the budgets are wide, because tests and demonstrations sign in all day.
HAAT_CODE_SECONDS = env.int("HAAT_CODE_SECONDS", default=300)
HAAT_CODE_TRIES = env.int("HAAT_CODE_TRIES", default=3)
HAAT_CODE_RESEND_SECONDS = env.int("HAAT_CODE_RESEND_SECONDS", default=30)
HAAT_CODE_GAP_SECONDS = env.int("HAAT_CODE_GAP_SECONDS", default=30 if PRODUCTION else 0)
HAAT_CODES_PER_HOUR = env.int("HAAT_CODES_PER_HOUR", default=3 if PRODUCTION else 30)
HAAT_CODES_PER_DAY = env.int("HAAT_CODES_PER_DAY", default=10 if PRODUCTION else 200)
HAAT_CODES_PER_ADDRESS_HOUR = env.int("HAAT_CODES_PER_ADDRESS_HOUR", default=20 if PRODUCTION else 1000)
HAAT_CODES_PER_DEVICE_HOUR = env.int("HAAT_CODES_PER_DEVICE_HOUR", default=20 if PRODUCTION else 1000)
HAAT_CODES_PER_BRAND_DAY = env.int("HAAT_CODES_PER_BRAND_DAY", default=5_000)
HAAT_CODES_PER_PLATFORM_DAY = env.int("HAAT_CODES_PER_PLATFORM_DAY", default=50_000)
HAAT_TRIES_PER_HOUR = env.int("HAAT_TRIES_PER_HOUR", default=10)
HAAT_TRIES_PER_DAY = env.int("HAAT_TRIES_PER_DAY", default=20)
HAAT_TRIES_PER_ADDRESS_HOUR = env.int("HAAT_TRIES_PER_ADDRESS_HOUR", default=100 if PRODUCTION else 1000)
if not 30 <= HAAT_CODE_SECONDS <= 600:
    raise ImproperlyConfigured("HAAT_CODE_SECONDS must be between 30 and 600: a code may live for ten minutes at most.")
if not 1 <= HAAT_CODE_TRIES <= 5:
    raise ImproperlyConfigured("HAAT_CODE_TRIES must be between 1 and 5.")
_COOKIE_SUFFIX = f"_{HAAT_PUBLIC_PORT}" if not PRODUCTION and HAAT_PUBLIC_PORT else ""  # cookies ignore ports
HAAT_DEVICE_COOKIE = f"__Host-haat_device{_COOKIE_SUFFIX}"
HAAT_FORGET_SECONDS = 3600  # how often codes and counters that are over are deleted

# -- SMS: the provider by the scheme of SMS_URL; wordings as registered (TRAI DLT), ids as given by the provider
SMS_URL = env.str("SMS_URL", default="")
HAAT_SMS_HEADER = env.str("HAAT_SMS_HEADER", default="")
HAAT_DLT_ENTITY_ID = env.str("HAAT_DLT_ENTITY_ID", default="")
HAAT_SMS_COUNTRIES = tuple(env.list("HAAT_SMS_COUNTRIES", default=["91"]))
HAAT_SMS_WORDINGS = {
    "login-code": "{code} is your {brand} sign-in code. It is valid for {minutes} minutes. Never share it with anyone.",
    "confirm-code": "{code} confirms at {brand} that it is you. It is valid for {minutes} minutes. Never share it with anyone.",
    "contact-code": "{code} makes this address your sign-in at {brand}. It is valid for {minutes} minutes. Never share it with anyone.",
    "merge-code": "{code} joins two accounts at {brand} for good. It is valid for {minutes} minutes. Never share it with anyone.",
    "security-notice": "{brand}: {notice}",
    "order-placed": "{brand}: order {number} for {total} is confirmed. Track it at {url}",
    "seller-new-order": "{brand}: new order {number} for {total}. Accept it at {url}",
    "part-shipped": "{brand}: {number} has been shipped. Track it at {url}",
    "part-delivered": "{brand}: {number} was delivered.",
    "part-cancelled": "{brand}: {number} was cancelled. What you paid for it goes back the way it came.",
    "cash-part-cancelled": "{brand}: {number} was cancelled. There is nothing to pay for it.",
    "return-changed": "{brand}: {number}, {what}. See {url}",
    "dispute-opened": "{brand}: a bank disputes the payment of {number}. Send your proof by {until}: {url}",
}


def _template_ids(text: str) -> dict[str, tuple[str, str]]:
    """`kind:provider's id:DLT id`, separated by commas."""
    found = {}
    for entry in filter(None, text.replace(" ", "").split(",")):
        kind, _, ids = entry.partition(":")
        own, _, dlt = ids.partition(":")
        if kind not in HAAT_SMS_WORDINGS or not own or not dlt:
            raise ImproperlyConfigured(
                f"HAAT_SMS_TEMPLATES: “{entry}” is not kind:id:dlt-id with a kind of {', '.join(HAAT_SMS_WORDINGS)}."
            )
        found[kind] = (own, dlt)
    return found


HAAT_SMS_TEMPLATES = _template_ids(env.str("HAAT_SMS_TEMPLATES", default=""))
if SMS_URL.startswith("msg91://") and not (HAAT_SMS_HEADER and "login-code" in HAAT_SMS_TEMPLATES):
    raise ImproperlyConfigured("MSG91 needs HAAT_SMS_HEADER and an entry for login-code in HAAT_SMS_TEMPLATES.")

# -- Calls to other people's servers
HAAT_OUTBOUND_PRIVATE = env.bool("HAAT_OUTBOUND_PRIVATE", default=not PRODUCTION)
if PRODUCTION and HAAT_OUTBOUND_PRIVATE:
    raise ImproperlyConfigured(
        "HAAT_OUTBOUND_PRIVATE lets brands reach into our network; it has no place in production."
    )

# -- Passwords: for those who want one (docs/adr/0017)
PASSWORD_HASHERS = ["haat.identity.hashers.PasswordHasher"]
HAAT_BREACH_URL = env.str("HAAT_BREACH_URL", default="")

# -- Google and other OpenID issuers
HAAT_GOOGLE_CLIENT_ID = env.str("HAAT_GOOGLE_CLIENT_ID", default="")
HAAT_GOOGLE_CLIENT_SECRET = env.str("HAAT_GOOGLE_CLIENT_SECRET", default="")
HAAT_GOOGLE_ISSUER = "https://accounts.google.com"
SOCIALACCOUNT_ADAPTER = "haat.identity.providers.adapter.Adapter"
SOCIALACCOUNT_STORE_TOKENS = False
