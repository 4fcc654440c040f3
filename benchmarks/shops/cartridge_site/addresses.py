"""Cartridge's addresses, pictures, and the goods for a home page."""

# mypy: ignore-errors
# (Mezzanine is installed in the shop's own environment, not in ours.)

from django.conf import settings
from django.urls import path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from shop_project.urls import handler404, handler500
from shop_project.urls import urlpatterns as shop

__all__ = ["handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("", RedirectView.as_view(url="/shop/"), name="home"),
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    *shop,
]
