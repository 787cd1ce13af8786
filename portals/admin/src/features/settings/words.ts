import type { Tone } from "@kit/ui/badge";
import type { DomainProblem, DomainStatus } from "@/api/settings";
import { t } from "@/i18n/t";

export function statusOf(status: DomainStatus): { tone: Tone; text: string } {
  return {
    pending_dns: { tone: "info" as const, text: t("Waiting for the DNS") },
    verified: { tone: "info" as const, text: t("Yours, not yet live") },
    live: { tone: "good" as const, text: t("Live") },
    failed: { tone: "bad" as const, text: t("Taken off") },
    removed: { tone: "plain" as const, text: t("Removed") },
  }[status];
}

/** Why a domain is not served, and what to do. */
export function problemOf(problem: DomainProblem): string {
  return {
    "": "",
    no_proof: t("The TXT record was not found. New records can take an hour to be seen."),
    points_elsewhere: t("The domain is yours, but it leads to another server. Point it here as shown below."),
    proven_by_other: t("Another brand proves this domain. Remove its record if the domain is yours."),
    too_late: t("The record did not appear within two weeks. Put it in place and check again."),
  }[problem];
}
