"""How the project is put together: settings, Celery, WSGI."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
