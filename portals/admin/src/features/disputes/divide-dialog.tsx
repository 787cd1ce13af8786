import { ActDialog } from "@kit/form/act-dialog";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Checkbox } from "@kit/ui/checkbox";
import { useState } from "react";
import type { Dispute } from "@/api/types";
import { t } from "@/i18n/t";

/** Names the parts that the customer disputes; what is held follows. */
export function DivideButton({ dispute }: { dispute: Dispute }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onPress={() => setOpen(true)}>
        {t("Choose parts")}
      </Button>
      {open && <DivideDialog dispute={dispute} onClose={() => setOpen(false)} />}
    </>
  );
}

function DivideDialog({ dispute: { id, parts, shares, amount }, onClose }: { dispute: Dispute; onClose: () => void }) {
  return (
    <ActDialog<{ parts: string[] }>
      title={t("Which parts is it about?")}
      consequence={t(
        "{amount} is divided among them in proportion to what they cost, and held back from their sellers.",
        {
          amount: amount.text,
        },
      )}
      values={{ parts: shares.map(({ part }) => part) }}
      fields={(form) => (
        <fieldset className="flex flex-col">
          <legend className="mb-1 font-medium text-sm">{t("Parts of the order")}</legend>
          {parts.map((part) => {
            const chosen = form.watch("parts");
            return (
              <Checkbox
                key={part}
                label={part}
                checked={chosen.includes(part)}
                onChange={(on) => form.setValue("parts", on ? [...chosen, part] : chosen.filter((one) => one !== part))}
              />
            );
          })}
        </fieldset>
      )}
      unlocked={(values) => values.parts.length > 0}
      label={t("Save")}
      send={(body) => call("PUT", `admin/disputes/${id}/division`, { body })}
      doneText={t("The parts are chosen")}
      onClose={onClose}
    />
  );
}
