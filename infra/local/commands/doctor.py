"""`doctor`: what is wrong here and how to mend it."""

import argparse

from infra.local.checkout import Checkout
from infra.local.diagnosis import all_findings

MARKS = {"ok": "✓", "warn": "!", "fail": "✗"}


def run(_options: argparse.Namespace) -> int:
    findings = all_findings(Checkout.current())
    for finding in findings:
        print(f"{MARKS[finding.level]} {finding.subject:<22}{finding.found}")
        if finding.mend and finding.level != "ok":
            print(f"  {'':<22}→ {finding.mend}")
    failed = sum(finding.level == "fail" for finding in findings)
    warned = sum(finding.level == "warn" for finding in findings)
    print(f"\n{failed} to mend, {warned} to know." if failed or warned else "\nAll is well.")
    return 1 if failed else 0
