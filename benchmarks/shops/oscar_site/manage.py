"""Django's command line for this shop."""

# mypy: ignore-errors
# (Django is installed in the shop's own environment, not in ours.)

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
execute_from_command_line(sys.argv)
