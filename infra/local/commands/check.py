"""`check`: everything about the code that is not a test of its behaviour."""

import argparse
import os
import sys
import time

from infra.local.checks import Check, all_checks
from infra.local.progress import Progress
from infra.local.scratch import services_for_tests


def run(options: argparse.Namespace) -> int:
    audit: bool = options.audit
    progress = Progress()
    with services_for_tests(progress, portals=("packages",), lasting=False) as setting:
        failed = _run(all_checks(setting, audit=audit), progress)
    progress.clear()
    if not audit:
        print("- known vulnerabilities: skipped (./haat check --audit asks a public database about every package)")
    for one in failed:
        print(f"\n── {one.name} " + "─" * (70 - len(one.name)))
        print(one.output().rstrip())
    print(f"\nFailed: {', '.join(one.name for one in failed)}." if failed else "\nAll is well.")
    return 1 if failed else 0


def _run(checks: list[Check], progress: Progress) -> list[Check]:
    """As many at once as there are cores; the longest stand first in the list."""
    waiting = list(checks)
    active: list[Check] = []
    failed: list[Check] = []
    while waiting or active:
        while waiting and len(active) < (os.cpu_count() or 2):
            one = waiting.pop(0)
            progress.begin(one.name, announce=False)
            one.start()
            active.append(one)
        for one in [one for one in active if one.is_done()]:
            active.remove(one)
            if one.passed:
                progress.finish(one.name)
            else:
                progress.fail(one.name)
                failed.append(one)
        progress.tick()
        time.sleep(0.05)
    sys.stdout.flush()
    return failed
