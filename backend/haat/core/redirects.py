"""Where a `next=` may lead: a page of the same host, never another site. The only place that decides it."""

from django.utils.http import url_has_allowed_host_and_scheme

LENGTH_MAX = 500


def onward(goal: str, *, otherwise: str) -> str:
    """`goal` when it is a path of this host, else `otherwise`."""
    own = goal.startswith("/") and len(goal) <= LENGTH_MAX and goal.isprintable()
    return goal if own and url_has_allowed_host_and_scheme(goal, allowed_hosts=None) else otherwise
