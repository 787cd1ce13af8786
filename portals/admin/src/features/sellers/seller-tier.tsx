import { useCan } from "@kit/auth/use-can";
import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { useState } from "react";
import { minLength, object, pipe, regex, string, trim } from "valibot";
import type { Seller } from "@/api/types";
import { t } from "@/i18n/t";

const schema = () =>
  object({
    tier: pipe(
      string(),
      trim(),
      regex(/^([a-z0-9][a-z0-9-]{0,19})?$/, t("Write small letters, digits and hyphens, such as gold.")),
    ),
    reason: pipe(string(), trim(), minLength(1, t("Say why in a sentence."))),
  });

/** The brand's own grade of a seller: commission rules may be for one. */
export function SellerTier({ seller: { id, name, tier } }: { seller: Seller }) {
  const [open, setOpen] = useState(false);
  const may = useCan("commission.edit");
  if (!may && !tier) return null;
  return (
    <Section title={t("Tier")}>
      <p className="text-sm">{tier || <span className="text-muted">{t("In no tier.")}</span>}</p>
      {may && (
        <div className="mt-3">
          <Button size="sm" onPress={() => setOpen(true)}>
            {t("Change tier")}
          </Button>
        </div>
      )}
      {open && (
        <ActDialog
          title={t("Tier of {name}", { name })}
          consequence={t("Later orders are charged by the commission rules of the new tier. What was computed stays.")}
          values={{ tier, reason: "" }}
          schema={schema()}
          fields={(form) => (
            <>
              <TextField
                form={form}
                name="tier"
                label={t("Tier")}
                hint={t("Small letters, such as gold. Empty takes the seller out of its tier.")}
                maxLength={20}
                autoFocus
              />
              <TextField form={form} name="reason" label={t("Reason")} rows={3} maxLength={200} />
            </>
          )}
          label={t("Save")}
          send={(values) => http.put(`admin/sellers/${id}/tier`, values)}
          doneText={t("The tier is set")}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}
