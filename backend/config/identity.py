"""Settings of people: sign-in, codes, sessions and cookies."""

from config.environment import HAAT_PUBLIC_PORT, PRODUCTION, env

AUTH_USER_MODEL = "identity.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_CACHE_ALIAS = "platform"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 90 * 24 * 3600  # the cookie's own end; the sign-in behind it ends by HAAT_SIGN_IN_LIFE
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
_COOKIE_SUFFIX = f"_{HAAT_PUBLIC_PORT}" if not PRODUCTION and HAAT_PUBLIC_PORT else ""  # cookies ignore ports
SESSION_COOKIE_NAME = f"__Host-haat_session{_COOKIE_SUFFIX}"
HAAT_REFRESH_COOKIE = f"__Host-haat_refresh{_COOKIE_SUFFIX}"
HAAT_VIEW_COOKIE = f"__Host-haat_view{_COOKIE_SUFFIX}"  # a member of staff looks as a customer
HAAT_GUEST_COOKIE = f"__Host-haat_guest{_COOKIE_SUFFIX}"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
HAAT_FACTOR_RESET_HOURS = env.int("HAAT_FACTOR_RESET_HOURS", default=48)
