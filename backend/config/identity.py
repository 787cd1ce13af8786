"""Settings of people: sign-in, codes, sessions and cookies."""

from config.environment import HAAT_PUBLIC_PORT, PRODUCTION, env

AUTH_USER_MODEL = "identity.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_CACHE_ALIAS = "platform"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
_COOKIE_SUFFIX = f"_{HAAT_PUBLIC_PORT}" if not PRODUCTION and HAAT_PUBLIC_PORT else ""  # cookies ignore ports
SESSION_COOKIE_NAME = f"__Host-haat_session{_COOKIE_SUFFIX}"
HAAT_REFRESH_COOKIE = f"__Host-haat_refresh{_COOKIE_SUFFIX}"
HAAT_VIEW_COOKIE = f"__Host-haat_view{_COOKIE_SUFFIX}"  # a member of staff looks as a customer
HAAT_GUEST_COOKIE = f"__Host-haat_guest{_COOKIE_SUFFIX}"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
HAAT_CODE_SECONDS = env.int("HAAT_CODE_SECONDS", default=300)
HAAT_CODE_TRIES = env.int("HAAT_CODE_TRIES", default=3)
HAAT_CODES_PER_HOUR = env.int("HAAT_CODES_PER_HOUR", default=3 if PRODUCTION else 30)
HAAT_CODES_PER_ADDRESS_HOUR = env.int("HAAT_CODES_PER_ADDRESS_HOUR", default=20 if PRODUCTION else 1000)
