"""All settings. The environment is read here and nowhere else; `.env.example` names every variable."""

from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import django_stubs_ext
import environ
from celery.schedules import schedule
from django.core.exceptions import ImproperlyConfigured
from whitenoise.compress import Compressor

from config import apps, books
from config.domains import *  # noqa: F403 - each part of the settings has a file
from config.doors import *  # noqa: F403 - the same
from config.doors import HAAT_FORGET_SECONDS
from config.edge import *  # noqa: F403 - the same
from config.environment import *  # noqa: F403 - Django reads names; each part of the settings has a file
from config.environment import BASE_DIR, HAAT_ENV, HAAT_PLATFORM_DOMAIN, PRODUCTION, env
from config.identity import *  # noqa: F403 - the same
from config.keys import *  # noqa: F403 - the same
from config.keys import derived
from config.logs import *  # noqa: F403 - the same
from config.migrations import *  # noqa: F403 - the same
from config.people import *  # noqa: F403 - the same
from config.search import *  # noqa: F403 - the same
from config.search import SEARCH_BEAT
from config.storage import *  # noqa: F403 - the same
from config.storage import FILE_STORES

django_stubs_ext.monkeypatch()  # QuerySet[Order] and the like exist at run time too

# -- Hosts
ALLOWED_HOSTS = ["*"]  # HostMiddleware refuses every host that is not in the domain tables
USE_X_FORWARDED_HOST = False
APPEND_SLASH = False
ROOT_URLCONF = "haat.urls.launch"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- Apps
SHARED_APPS, TENANT_APPS = apps.SHARED, apps.TENANT
INSTALLED_APPS = apps.installed()
TENANT_MODEL = "tenancy.Brand"
TENANT_DOMAIN_MODEL = "tenancy.Domain"
TENANT_LIMIT_SET_CALLS = True
PUBLIC_SCHEMA_URLCONF = ROOT_URLCONF

MIDDLEWARE = [
    "haat.tenancy.middleware.ContextMiddleware",
    "haat.core.security.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "haat.tenancy.middleware.HostMiddleware",
    "haat.tenancy.crossorigin.CrossOriginMiddleware",
    "haat.tenancy.crosssite.CrossSiteMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "haat.identity.middleware.IdentityMiddleware",
    "haat.tenancy.middleware.BrandMiddleware",
]

# -- Database: DATABASE_URL is the owner's, DATABASE_APP_URL the login's with no right of its own (docs/adr/0002)
DATABASE_URL = env.str("DATABASE_URL", default="postgresql://haat@127.0.0.1:5432/haat")
DATABASE_APP_URL = env.str("DATABASE_APP_URL", default="")
HAAT_DB_PRINCIPAL = env.str("HAAT_DB_PRINCIPAL", default="app")
HAAT_LOGIN_PASSWORD = derived("database-login").hex()[:40]
HAAT_DB_POOL = env.bool("HAAT_DB_POOL", default=False)  # processes of many threads: web and worker
HAAT_SPARE_SCHEMAS = env.int("HAAT_SPARE_SCHEMAS", default=3)


def _app_url(owner_url: str) -> str:
    """The login principal of the owner's database; its password follows from the secret key."""
    parts = urlsplit(owner_url)
    user = f"{parts.path.lstrip('/')}_login"
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{quote(user)}:{HAAT_LOGIN_PASSWORD}@{host}"))


PREPARE_AFTER = 5  # uses on one connection; only cursors that ask for it (haat.tenancy.postgresql)


def _database() -> dict[str, object]:
    owner = HAAT_DB_PRINCIPAL == "owner"
    url = DATABASE_URL if owner else DATABASE_APP_URL or _app_url(DATABASE_URL)
    found: dict[str, object] = dict(environ.Env.db_url_config(url))
    options: dict[str, object] = {"connect_timeout": 5, "prepare_threshold": PREPARE_AFTER}
    # Only of prepared statements, which promise that their values do not matter: the planner would else plan each time.
    options["options"] = "-c plan_cache_mode=force_generic_plan"
    if HAAT_DB_POOL and not owner:
        options["pool"] = {"min_size": 2, "max_size": 16, "timeout": 10}
    pooled = "pool" in options
    return found | {
        "ENGINE": "haat.tenancy.postgresql",
        "WALL": not owner,
        "CONN_MAX_AGE": 0 if pooled else 60,
        "CONN_HEALTH_CHECKS": not pooled,  # of a pool, the first statement tells (haat.tenancy.postgresql)
        "OPTIONS": options,
    }


DATABASES = {"default": _database()}
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]

# -- Valkey: cache (two aliases, so that a brand's keys can never meet the platform's) and broker
REDIS_URL = env.str("REDIS_URL", default="redis://127.0.0.1:6379/0")
_PATIENCE = {"SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 2}  # seconds; pages work without the cache
CACHES = {
    "default": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_FUNCTION": "haat.tenancy.cache.brand_key",
        "REVERSE_KEY_FUNCTION": "haat.tenancy.cache.reverse_key",
        "KEY_PREFIX": "brand",
        "OPTIONS": _PATIENCE,
    },
    "platform": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "platform",
        "OPTIONS": _PATIENCE,
    },
}
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600}
CELERY_TIMEZONE = "UTC"

# -- Where `core` finds what stands above it
HAAT_BRAND_SCOPE = "haat.tenancy.context.brand_scope"
HAAT_PUBLIC_SCOPE = "haat.tenancy.context.public_scope"
HAAT_ACTIVE_BRANDS = "haat.tenancy.queries.active_brands"
HAAT_ALL_BRANDS = "haat.tenancy.queries.standing_brands"
HAAT_SCOPES = {
    "customer": "haat.customers.scope.load",
    "seller": "haat.sellers.scope.load",
    "admin": "haat.identity.scope.brand_staff",
    "platform": "haat.identity.scope.platform_staff",
}
HAAT_KYC_PROVIDER = env.str("HAAT_KYC_PROVIDER", default="haat.verification.providers.HttpKyc")
HAAT_CLOCK_FILE = env.str("HAAT_CLOCK_FILE", default="")

# -- API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["haat.core.api.authentication.EdgeAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["haat.core.api.renderers.FastJSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["haat.core.api.parsers.StrictJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "haat.core.api.schema.EnvelopeSchema",
    "EXCEPTION_HANDLER": "haat.core.api.errors.handle",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.0.3",
    "VERSION": "1",
    "COMPONENT_SPLIT_REQUEST": True,
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SORT_OPERATIONS": True,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "haat.core.api.schema.add_error_component",
    ],
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
}

# -- Money
RAZORPAY_BASE_URL = env.str("RAZORPAY_BASE_URL", default="https://api.razorpay.com")
RAZORPAY_CHECKOUT_URL = env.str("RAZORPAY_CHECKOUT_URL", default="")  # a hosted page, such as the simulator's
RAZORPAY_SIMULATOR = env.bool(
    "RAZORPAY_SIMULATOR", default=False
)  # the base URL is our simulator: brands get accounts there
if PRODUCTION and RAZORPAY_SIMULATOR:
    raise ImproperlyConfigured("RAZORPAY_SIMULATOR moves no real money and has no place in production.")
RAZORPAY_KEY_ID = env.str("RAZORPAY_KEY_ID", default="")  # the gateway account of brands that have none of their own
RAZORPAY_KEY_SECRET = env.str("RAZORPAY_KEY_SECRET", default="")
RAZORPAY_WEBHOOK_SECRET = env.str("RAZORPAY_WEBHOOK_SECRET", default="")

# -- What the beat asks for, in seconds: every running brand, everything that keeps books, the platform once
CELERY_BEAT_SCHEDULE = {
    name: {"task": task, "schedule": schedule(seconds), "kwargs": {"job": name} | more}
    for task, more, jobs in [
        (
            "core.for_each_brand",
            {},
            {
                "checkout.expire_unpaid": 20,
                "payments.reconcile": 30,
                "fulfilment.close_ripe_parts": 15,
                "returns.answer_overdue": 60,
                "payouts.release_due": 20,
                "documents.close_months": 3600,
                **books.RUNNING,
                "catalog.sweep_pictures": 6 * 3600,
                "inventory.open_drops": 15,
                "giftcards.expire": 600,
                "notifications.stock_digest": 900,
                "reviews.score_sellers": 3600,
                **SEARCH_BEAT,
                **({"payments.renew_test_account": 60} if RAZORPAY_SIMULATOR else {}),
            },
        ),
        (
            "core.for_each_brand",
            {"whoever": True},
            {"audit.seal": 20, "audit.seal_late": 3600, "audit.prove": 3600, **books.WHOEVER},
        ),
        ("core.for_the_platform", {}, {"identity.close_viewings": 60}),
    ]
    for name, seconds in jobs.items()
}
CELERY_BEAT_SCHEDULE |= {
    name: {"task": "core.for_the_platform", "schedule": schedule(seconds), "kwargs": {"job": name}}
    for name, seconds in {"tenancy.check_domains": 60, "identity.forget": HAAT_FORGET_SECONDS}.items()
}

# -- Messages
EMAIL_URL = env.str("EMAIL_URL", default="smtp://127.0.0.1:1025")
_mail = environ.Env.email_url_config(EMAIL_URL)
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_BACKEND"], _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = bool(_mail.get("EMAIL_USE_TLS")), bool(_mail.get("EMAIL_USE_SSL"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("HAAT_FROM_EMAIL", default=f"no-reply@{HAAT_PLATFORM_DOMAIN}")
HAAT_INBOX_URL = env.str("HAAT_INBOX_URL", default="")
if PRODUCTION and HAAT_INBOX_URL:
    raise ImproperlyConfigured("HAAT_INBOX_URL is the development inbox and has no place in production.")

# -- Files
STATIC_URL = "/static/"
STATIC_ROOT = env.str("HAAT_STATIC_ROOT", default=str(BASE_DIR / ".haat" / "static"))
Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # WhiteNoise warns about a missing folder
STATICFILES_DIRS = [
    (name, BASE_DIR / "portals" / name / "dist")
    for name in ("seller", "admin", "customer")
    if (BASE_DIR / "portals" / name / "dist").is_dir()
]
STORAGES = FILE_STORES | {
    "staticfiles": {
        "BACKEND": "haat.core.staticfiles.Storage"
        if HAAT_ENV != "test"
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_IMMUTABLE_FILE_TEST = "haat.core.staticfiles.is_immutable"
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MANIFEST_STRICT = False
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (
    *Compressor.SKIP_COMPRESS_EXTENSIONS,
    "map",
)  # nobody downloads a source map twice
DJANGO_VITE = {
    name: {
        "dev_mode": False,
        "manifest_path": BASE_DIR / "portals" / name / "dist" / "manifest.json",
        "static_url_prefix": name,
    }
    for name in ("seller", "admin", "customer")
}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

# -- Language and time
LANGUAGE_CODE = "en-in"
LANGUAGES = [("en-in", "English"), ("hi", "हिन्दी")]
LANGUAGE_COOKIE_NAME = "haat_language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Kolkata"

# -- Browser
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = ["rest_framework.W001", "django_vite.W001"]  # paging is ours; portals may not be built yet
