import { ActDialog } from "@kit/form/act-dialog";
import { useAct } from "@kit/form/use-act";
import { Day } from "@kit/format/date";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { useState } from "react";
import { connectProvider, disconnectAccount, type Ways } from "./doors";

type Account = Ways["accounts"][number];

/** Accounts at Google, or at the brand's own issuer, that sign this person in. */
export function ConnectedAccounts({ ways }: { ways: Ways }) {
  const [leaving, setLeaving] = useState<Account>();
  const connect = useAct(async (key: string) => {
    const { data } = await connectProvider(key, window.location.pathname);
    window.location.assign(data.url);
  }, t("You are sent there to sign in"));
  if (!ways.accounts.length && !ways.providers.length) return null;
  return (
    <Section title={t("Connected accounts")}>
      {ways.accounts.length === 0 && <p className="text-muted text-sm">{t("None is connected yet.")}</p>}
      <ul className="divide-y divide-line">
        {ways.accounts.map((account) => (
          <li key={account.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <div className="min-w-0 text-sm">
              <p className="font-medium">{account.name}</p>
              <p className="wrap-anywhere text-muted">
                {account.email} · <Day at={account.connected_at} />
              </p>
            </div>
            <Button size="sm" look="danger" isDisabled={!ways.may_change} onPress={() => setLeaving(account)}>
              {t("Disconnect")}
              <span className="sr-only"> {account.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        {ways.providers.map(({ key, name }) => (
          <Button key={key} isDisabled={!ways.may_change || connect.running} onPress={() => connect.run(key)}>
            {t("Connect {name}", { name })}
          </Button>
        ))}
      </div>
      {leaving && (
        <ActDialog
          danger
          title={t("Disconnect {name}", { name: leaving.name })}
          consequence={t("It no longer signs you in. A code to your phone or e-mail still does.")}
          values={{}}
          label={t("Disconnect")}
          send={() => disconnectAccount(leaving.id)}
          doneText={t("Disconnected")}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Section>
  );
}
