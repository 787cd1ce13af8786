"""PostgreSQL refuses to run as root, so under root it runs as the checkout's owner or as `nobody`."""

import contextlib
import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from infra.local.errors import LocalError


@dataclass(frozen=True)
class Account:
    name: str
    uid: int
    gid: int


class Owner(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[str | int]


def owned_by(account: Account | None) -> Owner:
    """What subprocess needs to start a program as the account; nothing when it is to run as we do."""
    return Owner(user=account.uid, group=account.gid, extra_groups=[]) if account else Owner()


def for_database(root: Path) -> Account | None:
    """None: as whoever called us."""
    if os.geteuid() != 0:
        return None
    owner = root.stat().st_uid
    for entry in pwd.getpwall():
        if entry.pw_uid == owner and owner != 0:
            return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    with contextlib.suppress(KeyError):
        entry = pwd.getpwnam("nobody")
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise LocalError("PostgreSQL does not run as root and there is no user `nobody`. Run ./haat as an ordinary user.")


def can_reach(account: Account | None, path: Path) -> bool:
    """Whether the account may pass through every folder above `path` and, when it exists, `path` itself."""
    if account is None:
        return True
    resolved = path.resolve()
    for folder in (resolved, *resolved.parents):
        if not folder.is_dir():
            continue
        found = folder.stat()
        if found.st_uid == account.uid:
            bit = stat.S_IXUSR
        else:
            bit = stat.S_IXGRP if found.st_gid == account.gid else stat.S_IXOTH
        if not found.st_mode & bit:
            return False
    return True
