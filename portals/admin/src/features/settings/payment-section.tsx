import { useResource } from "@kit/app/use-resource";
import { Day } from "@kit/format/date";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { CopyValue } from "@kit/ui/copy-value";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { Section } from "@kit/ui/section";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { PaymentAccount } from "@/api/settings";
import { t } from "@/i18n/t";
import { PaymentKeysDialog } from "./payment-keys-dialog";

type Result = "ok" | "refused" | "unknown";

/** Whose account takes the payments. Secrets go in and are not shown again. */
export function PaymentSection() {
  const query = useResource<PaymentAccount>("admin/settings/payment-account");
  const [editing, setEditing] = useState(false);
  const test = useMutation({
    mutationFn: async () => (await http.post<{ result: Result }>("admin/settings/payment-account/test")).data.result,
  });
  return (
    <Section title={t("Razorpay account")}>
      <Loaded query={query} flush>
        {(account) => (
          <div className="flex flex-col gap-4">
            {!account.own && <Notice title={t("Payments go through the platform's account until you set your own.")} />}
            <KeyValues
              rows={[
                account.own && [t("Key id"), account.key_id],
                account.own && [t("Key secret"), account.key_secret_masked],
                account.own && [t("Webhook secret"), account.webhook_secret_masked],
                account.previous_secret_until && [
                  t("The secret before is taken until"),
                  <Day key="until" at={account.previous_secret_until} />,
                ],
                [t("Webhook address"), <CopyValue key="url" value={account.webhook_url} />],
              ]}
            />
            {test.data && <TestResult result={test.data} />}
            {test.error && <Notice tone="bad" alert title={test.error.message} />}
            <div className="flex flex-wrap gap-2">
              <Button onPress={() => setEditing(true)}>{account.own ? t("Change keys") : t("Set keys")}</Button>
              <Button look="quiet" onPress={() => test.mutate()} isPending={test.isPending}>
                {t("Test the connection")}
              </Button>
            </div>
            {editing && <PaymentKeysDialog account={account} onClose={() => setEditing(false)} />}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function TestResult({ result }: { result: Result }) {
  if (result === "ok") return <Notice tone="good" alert title={t("Razorpay knows these keys.")} />;
  if (result === "refused") return <Notice tone="bad" alert title={t("Razorpay refuses these keys. Check them.")} />;
  return <Notice tone="warn" alert title={t("Razorpay does not answer. Try again in a minute.")} />;
}
