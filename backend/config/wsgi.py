"""The WSGI application that granian serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django = get_wsgi_application()  # first: it sets up what the other needs

from haat.tenancy.shortway import ShortWay  # noqa: E402 - its models need the application that is set up above

application = ShortWay(django)

# What is loaded stays: looking through half a million objects of code and models for rubbish again and again is a tenth
# of a request. Requests leave little in cycles, so young objects are looked at less often too.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
