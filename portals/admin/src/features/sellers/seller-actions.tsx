import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Seller } from "@/api/types";
import { t } from "@/i18n/t";

interface Act {
  action: string;
  path: string;
  label: string;
  title: string;
  consequence: string;
  doneText: string;
  danger?: boolean;
}

/** What can be decided about a seller, and what each decision does. */
function acts(name: string): Act[] {
  return [
    {
      action: "reject",
      path: "rejection",
      label: t("Reject"),
      title: t("Reject {name}", { name }),
      consequence: t("The seller may apply again later."),
      doneText: t("Rejected. The seller is told why."),
      danger: true,
    },
    {
      action: "suspend",
      path: "suspension",
      label: t("Suspend"),
      title: t("Suspend {name}", { name }),
      consequence: t("Its products leave the shop at once. Placed orders can still be sent."),
      doneText: t("Suspended"),
      danger: true,
    },
    {
      action: "approve",
      path: "approval",
      label: t("Approve"),
      title: t("Approve {name}", { name }),
      consequence: t("The shop opens as soon as the platform has verified the business."),
      doneText: t("Approved. The seller is told."),
    },
    {
      action: "reactivate",
      path: "reactivation",
      label: t("Reactivate"),
      title: t("Reactivate {name}", { name }),
      consequence: t("Its products can be bought again."),
      doneText: t("Active again"),
    },
  ];
}

export function SellerActions({ seller: { id, name, actions } }: { seller: Seller }) {
  const [open, setOpen] = useState<Act>();
  const possible = acts(name).filter(({ action }) => actions.includes(action));
  return (
    <>
      {possible.map((act) => (
        <Button key={act.action} look={act.danger ? "danger" : "solid"} onPress={() => setOpen(act)}>
          {act.label}
        </Button>
      ))}
      {open && (
        <ReasonDialog
          title={open.title}
          consequence={open.consequence}
          label={open.label}
          reasonHint={t("The seller reads this.")}
          danger={open.danger}
          typed={open.action === "suspend" ? name : undefined}
          send={(reason, key) => http.post(`admin/sellers/${id}/${open.path}`, { reason }, key)}
          doneText={open.doneText}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
