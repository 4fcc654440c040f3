"""What this shop sets beside what `mezzanine-project -a cartridge` writes; read by its settings."""

# mypy: ignore-errors
# Read inside the settings module, whose names it uses.
# ruff: noqa: F821
# (Mezzanine is installed in the shop's own environment, not in ours, and lends this file its names.)

import locale
import os
from pathlib import Path

# Prices are written by the machine's locale, and a bare machine has none: these are pounds.
locale._override_localeconv = {
    "int_curr_symbol": "GBP ", "currency_symbol": "£", "mon_decimal_point": ".", "mon_thousands_sep": ",",
    "mon_grouping": [3, 3, 0], "positive_sign": "", "negative_sign": "-", "int_frac_digits": 2,
    "frac_digits": 2, "p_cs_precedes": 1, "p_sep_by_space": 0, "n_cs_precedes": 1, "n_sep_by_space": 0,
    "p_sign_posn": 1, "n_sign_posn": 1,
}  # fmt: skip

_FOLDER = Path(os.environ["SHOP_FOLDER"])
DEBUG = False
SECRET_KEY = NEVERCACHE_KEY = "nothing here is secret"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "addresses"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(_FOLDER / "db.sqlite3")}}
MEDIA_ROOT = str(_FOLDER / "media")
MIDDLEWARE = ("whitenoise.middleware.WhiteNoiseMiddleware", *MIDDLEWARE)
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = str(_FOLDER / "mails")
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"

SITE_TITLE = "Fernhill Outdoor"
SITE_TAGLINE = "For long walks and short nights"
SHOP_CURRENCY_LOCALE = "C.UTF-8"
SHOP_DEFAULT_SHIPPING_VALUE = 4.8
SHOP_DEFAULT_TAX_RATE = 0
SHOP_DISCOUNT_FIELD_IN_CART = True
SHOP_DISCOUNT_FIELD_IN_CHECKOUT = True
SHOP_CHECKOUT_STEPS_SPLIT = True
SHOP_CHECKOUT_STEPS_CONFIRMATION = True
SHOP_USE_WISHLIST = True
SHOP_HANDLER_PAYMENT = "payment.take"
