"""How much one caller may ask: a sliding window in Valkey, shared by all processes, with one round trip a request.

The window is kept in fifteenths. A fifteenth counts until it is wholly outside, so never more than the limit passes
in any window, and what was used comes back at most a fifteenth late. Counters are the platform's: no brand's key.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django_redis import get_redis_connection
from redis.exceptions import RedisError

if TYPE_CHECKING:
    from collections.abc import Sequence

SLICES = 15
OUT_SECONDS = 2.0  # a store that did not answer is not asked again at once: no request waits for it twice
LOCAL_MAX = 20_000
SCRIPT = """
local now, worst = tonumber(ARGV[1]), nil
local slots = {}
for i, key in ipairs(KEYS) do
  local limit, seconds = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
  local slice = seconds / SLICES
  local slot, used, oldest = math.floor(now / slice), 0, nil
  local found = redis.call('HGETALL', key)
  for j = 1, #found, 2 do
    local at = tonumber(found[j])
    if at < slot - SLICES then redis.call('HDEL', key, found[j])
    else
      used = used + tonumber(found[j + 1])
      if not oldest or at < oldest then oldest = at end
    end
  end
  local left = limit - used - 1
  local wait = math.ceil(((oldest or slot) + SLICES + 1) * slice - now)
  if not worst or left < worst[2] then worst = {i, left, wait} end
  slots[i] = {key, slot, seconds}
end
if worst[2] >= 0 then
  for _, each in ipairs(slots) do
    redis.call('HINCRBY', each[1], each[2], 1)
    redis.call('EXPIRE', each[1], math.ceil(each[3] * 2))
  end
end
return worst
""".replace("SLICES", str(SLICES))


class StoreOut(Exception):
    """The shared counters cannot be reached."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` requests in `seconds` by `who`."""

    name: str
    who: str
    count: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the tightest of the limits says: how much is left after this request, and when something comes back."""

    limit: Limit
    left: int  # below zero: refused
    wait: int  # seconds

    @property
    def refused(self) -> bool:
        return self.left < 0

    def headers(self) -> dict[str, str]:
        """After draft-ietf-httpapi-ratelimit-headers; a refusal also says when to come back."""
        found = {
            "RateLimit-Policy": f'"{self.limit.name}";q={self.limit.count};w={self.limit.seconds}',
            "RateLimit": f'"{self.limit.name}";r={max(self.left, 0)};t={self.wait}',
        }
        return found | ({"Retry-After": str(max(self.wait, 1))} if self.refused else {})


def named(name: str, who: str) -> Limit:
    count, seconds = settings.HAAT_LIMITS[name]
    return Limit(name, who, count, seconds)


_store = {"out_until": 0.0}


def take(limits: Sequence[Limit]) -> Verdict:
    """Count one request against all of these, or against none when one is exhausted. Raises StoreOut."""
    if time.monotonic() < _store["out_until"]:
        raise StoreOut
    arguments: list[Any] = [f"{time.time():.3f}"]
    for limit in limits:
        arguments += [limit.count, limit.seconds]
    try:
        place, left, wait = _script()(keys=[f"limit:{limit.name}:{limit.who}" for limit in limits], args=arguments)
    except (RedisError, OSError) as error:
        _store["out_until"] = time.monotonic() + OUT_SECONDS
        raise StoreOut from error
    return Verdict(limits[place - 1], left, wait)


def _script() -> Any:
    client = get_redis_connection("platform")
    found = _scripts.get(id(client.connection_pool))
    if found is None:
        found = _scripts[id(client.connection_pool)] = client.register_script(SCRIPT)
    return found


_scripts: dict[int, Any] = {}
_local: dict[tuple[str, str], tuple[float, int]] = {}  # → end of the window, requests in it


def take_here(limit: Limit) -> Verdict:
    """Count in this process alone: for what must cost nothing, and while the shared counters are out."""
    now = time.monotonic()
    if len(_local) >= LOCAL_MAX:
        _local.clear()
    end, used = _local.get((limit.name, limit.who), (0.0, 0))
    if now >= end:
        end, used = now + limit.seconds, 0
    _local[limit.name, limit.who] = (end, min(used + 1, limit.count))
    return Verdict(limit, limit.count - used - 1, int(end - now) + 1)


def forget_here() -> None:
    """Begin again in this process; for tests."""
    _store["out_until"] = 0.0
    _local.clear()
