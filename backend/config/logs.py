"""Logs: lines for people, or JSON for machines. Both are scrubbed (haat/core/logs.py); nothing is sent by mail."""

from config.environment import HAAT_ENV, env

_FORM = {"line": "haat.core.logs.LineFormatter", "json": "haat.core.logs.JsonFormatter"}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"chosen": {"()": _FORM[env.str("HAAT_LOG_FORMAT", default="line")]}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "chosen"}},
    "root": {
        "handlers": ["stderr"],
        "level": env.str("HAAT_LOG_LEVEL", default="INFO" if HAAT_ENV != "test" else "ERROR"),
    },
    "loggers": {
        "django": {"handlers": [], "level": "NOTSET"},  # Django's own handlers would write unscrubbed, and to mail
        "django.server": {"handlers": [], "level": "NOTSET", "propagate": True},
        "django.request": {"level": "ERROR"},
    },
}
