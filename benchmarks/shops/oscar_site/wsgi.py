"""The shop as a WSGI application, with its style sheets served beside it."""

# mypy: ignore-errors
# (Django is installed in the shop's own environment, not in ours.)

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
application = get_wsgi_application()
