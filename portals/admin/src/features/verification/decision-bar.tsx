import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { useShortcuts } from "@kit/shell/use-shortcuts";
import { Button } from "@kit/ui/button";
import { Kbd } from "@kit/ui/kbd";
import { useState } from "react";
import type { Entity } from "@/api/platform-types";
import { t } from "@/i18n/t";

interface Decision {
  decision: "verified" | "needs_changes" | "rejected" | "suspended";
  key: string;
  label: string;
  consequence: string;
  doneText: string;
  danger?: boolean;
}

function decisions(): Decision[] {
  return [
    {
      decision: "rejected",
      key: "r",
      label: t("Reject"),
      consequence: t("The business cannot sell on any brand. This can be undone only by a new application."),
      doneText: t("Rejected. The applicant is told why."),
      danger: true,
    },
    {
      decision: "needs_changes",
      key: "m",
      label: t("Ask for changes"),
      consequence: t("The application opens again for the applicant, with your words on top."),
      doneText: t("Sent back. The applicant is told what to mend."),
    },
    {
      decision: "suspended",
      key: "s",
      label: t("Suspend"),
      consequence: t("The business stops selling on every brand at once. Placed orders can still be sent."),
      doneText: t("Suspended"),
      danger: true,
    },
    {
      decision: "verified",
      key: "a",
      label: t("Verify"),
      consequence: t("Every brand may then let this business sell. Its account for payouts is opened."),
      doneText: t("Verified"),
    },
  ];
}

/** The verdict, by hand or by the keys a, m, r and s. Each needs a reason, which is kept for ever. */
export function DecisionBar({ entity }: { entity: Entity }) {
  const [open, setOpen] = useState<Decision>();
  const possible = decisions().filter(({ decision }) => entity.actions.includes(decision));
  useShortcuts(Object.fromEntries(possible.map((decision) => [decision.key, () => setOpen(decision)])));
  return (
    <>
      {possible.map((decision) => (
        <Button
          key={decision.key}
          look={decision.danger ? "danger" : decision.decision === "verified" ? "solid" : "outline"}
          onPress={() => setOpen(decision)}
        >
          {decision.label}
          <span aria-hidden className="max-sm:hidden">
            <Kbd>{decision.key}</Kbd>
          </span>
        </Button>
      ))}
      {open && (
        <ReasonDialog
          title={`${open.label}: ${entity.legal_name}`}
          consequence={open.consequence}
          reasonHint={t("The applicant reads this word for word.")}
          label={open.label}
          danger={open.danger}
          send={(reason, key) =>
            http.post(`platform/seller-entities/${entity.id}/decision`, { decision: open.decision, reason }, key)
          }
          doneText={open.doneText}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
