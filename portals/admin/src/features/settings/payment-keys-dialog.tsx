import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { call } from "@kit/http/client";
import { object, pipe, regex, string, trim } from "valibot";
import type { PaymentAccount } from "@/api/settings";
import { t } from "@/i18n/t";

const schema = () =>
  object({
    key_id: pipe(
      string(),
      trim(),
      regex(/^rzp_(test|live)_[A-Za-z0-9]{10,40}$/, t("A key id begins with rzp_live_ or rzp_test_.")),
    ),
    key_secret: pipe(string(), trim()),
    webhook_secret: pipe(string(), trim()),
  });

export function PaymentKeysDialog({ account, onClose }: { account: PaymentAccount; onClose: () => void }) {
  const hint = account.own ? t("Empty keeps the one that is there.") : undefined;
  return (
    <ActDialog
      title={t("Keys of your Razorpay account")}
      consequence={t("New payments use them at once. Messages signed with the webhook secret before count for a day.")}
      values={{ key_id: account.key_id, key_secret: "", webhook_secret: "" }}
      schema={schema()}
      fields={(form) => (
        <>
          <TextField form={form} name="key_id" label={t("Key id")} autoComplete="off" autoFocus />
          <TextField
            form={form}
            name="key_secret"
            type="password"
            label={t("Key secret")}
            hint={hint}
            autoComplete="off"
          />
          <TextField
            form={form}
            name="webhook_secret"
            type="password"
            label={t("Webhook secret")}
            hint={hint}
            autoComplete="off"
          />
        </>
      )}
      label={t("Save")}
      send={(body) => call("PUT", "admin/settings/payment-account", { body })}
      doneText={t("Saved")}
      onClose={onClose}
    />
  );
}
