import { useCan } from "@kit/auth/use-can";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { useState } from "react";
import type { Seller } from "@/api/types";
import { t } from "@/i18n/t";

/** Whether the brand itself sells in this shop: gift cards pay for its goods and for nobody else's. */
export function OwnSeller({ seller: { id, name, is_own } }: { seller: Seller }) {
  const [open, setOpen] = useState(false);
  if (!useCan("settings.edit")) return null;
  return (
    <Section title={t("The brand's own shop")}>
      <p className="mb-3 text-muted text-sm">
        {is_own
          ? t("Gift cards pay for its goods.")
          : t("Gift cards do not pay for its goods: somebody else sells them.")}
      </p>
      <Button size="sm" onPress={() => setOpen(true)}>
        {is_own ? t("It is not ours any more") : t("This is the brand's own")}
      </Button>
      {open && (
        <ReasonDialog
          title={is_own ? t("{name} is not the brand's own", { name }) : t("{name} is the brand's own", { name })}
          consequence={t(
            "Only a shop of the same legal person may be marked: gift cards on others' goods need the Reserve Bank's permission.",
          )}
          label={t("Mark it so")}
          danger
          send={(reason) => http.put(`admin/sellers/${id}/own`, { is_own: !is_own, reason })}
          doneText={t("Marked.")}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}
