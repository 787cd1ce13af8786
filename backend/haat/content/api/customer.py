"""The brand's own pages."""

from __future__ import annotations

from typing import Any

from django.urls import path
from rest_framework import serializers

from haat.content import queries
from haat.core.api.base import CustomerAPI
from haat.core.api.cached import Cached
from haat.core.api.operation import operation


class PageRowOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    title = serializers.CharField()


class PageOut(PageRowOut):
    html = serializers.CharField()
    updated_at = serializers.DateTimeField()


class Pages(Cached, CustomerAPI):
    login_required = False

    @operation("Pages of the brand", output=PageRowOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.pages()


class OnePage(Cached, CustomerAPI):
    login_required = False

    @operation("A page as HTML", output=PageOut)
    def get(self, _request: Any, slug: str) -> Any:
        return queries.page(slug=slug)


urlpatterns = [path("pages", Pages.as_view()), path("pages/<slug:slug>", OnePage.as_view())]
