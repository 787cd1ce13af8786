"""Jobs of the books."""

from haat.books import services
from haat.core import clock
from haat.core.jobs import job
from haat.tenancy.context import active_brand


@job("books.prove", external=True)
def prove() -> None:
    """Add everything up. It only reads until its end, so it holds no transaction open that others wait for."""
    services.prove(at=clock.now())


@job("books.reconcile", external=True)
def reconcile() -> None:
    services.reconcile(brand=active_brand(), at=clock.now())


@job("books.reconcile_deeply", external=True)
def reconcile_deeply() -> None:
    """The same over all of the days in which a refund may change its mind."""
    services.reconcile(brand=active_brand(), at=clock.now(), deep=True)


@job("books.watch")
def watch() -> None:
    services.watch(brand=active_brand(), at=clock.now())
