"""One's own views of lists in this portal. Whoever may come in has them: they open nothing."""

from __future__ import annotations

from typing import Any

from django.urls import path

from haat.core.api.base import AdminAPI
from haat.core.api.operation import operation
from haat.saved_views import queries, services
from haat.saved_views.api.shapes import ChangeIn, Filters, ViewIn, ViewOut


class Views(AdminAPI):
    @operation("My views of a list", output=ViewOut, filters=Filters, many=True)
    def get(self, _request: Any) -> Any:
        return self.all_of(queries.views(user_id=self.identity.user.pk, seller_id=None, place=self.filters["place"]))

    @operation("Save a view", input=ViewIn, output=ViewOut, status=201)
    def post(self, _request: Any) -> Any:
        return services.save(user_id=self.identity.user.pk, seller_id=None, **self.input)


class View(AdminAPI):
    def view(self, view_id: Any) -> Any:
        return queries.view(user_id=self.identity.user.pk, seller_id=None, view_id=view_id)

    @operation("Rename a view, give it another state, or make it the first", input=ChangeIn, output=ViewOut)
    def patch(self, _request: Any, view_id: Any) -> Any:
        return services.change(view=self.view(view_id), changes=self.input)

    @operation("Delete a view")
    def delete(self, _request: Any, view_id: Any) -> None:
        services.remove(view=self.view(view_id))


urlpatterns = [
    path("views", Views.as_view()),
    path("views/<uuid:view_id>", View.as_view()),
]
