import { t } from "@/i18n/t";
import type { BankRefund } from "./types";

/** Where the money goes, to be read off into the bank's own form. */
export function Payee({ of: { name, vpa, account_number, ifsc } }: { of: BankRefund["payee"] }) {
  if (!name) return <span className="text-muted">{t("The customer has not said it yet")}</span>;
  return (
    <span className="wrap-anywhere">
      {name}
      <span className="tnum block text-muted text-xs">{vpa ?? `${account_number} · ${ifsc}`}</span>
    </span>
  );
}
