"""Differences with the payment provider, as the brand's finance people work them off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.books import queries, services
from haat.books.api.shapes import BreakFilters, BreakOut, NoteIn, OwnerIn, PersonOut, ReconOut
from haat.core import jobs
from haat.core.api.base import AdminAPI
from haat.core.api.operation import operation

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.books.models import ReconBreak


class ReconStanding(AdminAPI):
    permission = "recon.read"

    @operation("The last comparison with the provider, and what is open", output=ReconOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return queries.recon_standing()


class Runs(AdminAPI):
    permission = "recon.edit"

    @operation("Compare with the provider now", status=202)
    def post(self, _request: Any) -> None:
        jobs.enqueue("books.reconcile_deeply", unique_key="by hand")


class Breaks(AdminAPI):
    permission = "recon.read"

    @operation("Differences, newest first", output=BreakOut, filters=BreakFilters, many=True)
    def get(self, _request: Any) -> QuerySet[ReconBreak]:
        asked = {name: value for name, value in self.filters.items() if name in {"state", "kind", "owner", "q"}}
        if asked.get("owner") == "me":
            asked["owner"] = str(self.identity.user.pk)
        return queries.breaks(**asked)


class Break(AdminAPI):
    permission = "recon.read"

    @operation("One difference", output=BreakOut)
    def get(self, _request: Any, break_id: UUID) -> ReconBreak:
        return queries.one_break(break_id)


class People(AdminAPI):
    permission = "recon.read"

    @operation("Who may look after differences", output=PersonOut, many=True)
    def get(self, _request: Any) -> list[dict[str, str]]:
        return queries.people(self.brand)


class Owner(AdminAPI):
    permission = "recon.edit"

    @operation("Give a difference to a colleague, or to nobody", input=OwnerIn, output=BreakOut)
    def put(self, _request: Any, break_id: UUID) -> ReconBreak:
        services.assign(row=queries.one_break(break_id), brand=self.brand, owner_id=self.input["owner_id"])
        return queries.one_break(break_id)


class Explanation(AdminAPI):
    permission = "recon.edit"

    @operation("Say why a difference is there; it stays while it is", input=NoteIn, output=BreakOut)
    def post(self, _request: Any, break_id: UUID) -> ReconBreak:
        services.explain(row=queries.one_break(break_id), note=self.input["note"])
        return queries.one_break(break_id)


class Resolution(AdminAPI):
    permission = "recon.edit"

    @operation(
        "Say that a difference is settled; when it is found again, it is open again", input=NoteIn, output=BreakOut
    )
    def post(self, _request: Any, break_id: UUID) -> ReconBreak:
        services.resolve(row=queries.one_break(break_id), note=self.input["note"], at=self.at)
        return queries.one_break(break_id)


class Refund(AdminAPI):
    permission = "recon.edit"

    @operation("Send money that no order asked for back to its payer", output=BreakOut, step_up=True)
    def post(self, _request: Any, break_id: UUID) -> ReconBreak:
        services.give_back(row=queries.one_break(break_id), at=self.at)
        return queries.one_break(break_id)


class Retry(AdminAPI):
    permission = "recon.edit"

    @operation("Send a refund again that waits for money at the provider", output=BreakOut)
    def post(self, _request: Any, break_id: UUID) -> ReconBreak:
        services.send_again(row=queries.one_break(break_id))
        return queries.one_break(break_id)
