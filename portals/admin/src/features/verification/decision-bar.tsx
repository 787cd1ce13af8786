import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { useShortcuts } from "@kit/shell/use-shortcuts";
import { Button } from "@kit/ui/button";
import { Kbd } from "@kit/ui/kbd";
import { useState } from "react";
import type { Entity } from "@/api/platform-types";
import { t } from "@/i18n/t";

interface Decision {
  action: string;
  decision: "verified" | "needs_changes" | "rejected";
  key: string;
  label: string;
  consequence: string;
  doneText: string;
  danger?: boolean;
}

function decisions(): Decision[] {
  return [
    {
      action: "reject",
      decision: "rejected",
      key: "r",
      label: t("Reject"),
      consequence: t("The business cannot sell on any brand. This can be undone only by a new application."),
      doneText: t("Rejected. The applicant is told why."),
      danger: true,
    },
    {
      action: "request_changes",
      decision: "needs_changes",
      key: "m",
      label: t("Ask for changes"),
      consequence: t("The application opens again for the applicant, with your words on top."),
      doneText: t("Sent back. The applicant is told what to mend."),
    },
    {
      action: "verify",
      decision: "verified",
      key: "a",
      label: t("Verify"),
      consequence: t("Every brand may then let this business sell. Its account for payouts is opened."),
      doneText: t("Verified"),
    },
  ];
}

/** The verdict, by hand or by the keys a, m and r. Each needs a reason, which is kept for ever. */
export function DecisionBar({ entity }: { entity: Entity }) {
  const [open, setOpen] = useState<Decision>();
  const possible = decisions().filter(({ action }) => entity.actions.includes(action));
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
