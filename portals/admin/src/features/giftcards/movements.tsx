import { momentText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { useList } from "@kit/table/use-list";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { TextLink } from "@kit/ui/text-link";
import { orderOf } from "@/api/order-of";
import type { CardMovement } from "@/api/types";
import { t } from "@/i18n/t";

const NEWEST = { limit: "100" };

/** Everything that happened to the card, the newest first. */
export function Movements({ id }: { id: string }) {
  const query = useList<CardMovement>(`admin/gift-cards/${id}/movements`, NEWEST);
  return (
    <Section title={t("What happened")} flush>
      <Loaded query={query} flush>
        {({ rows }) => (
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <li
                key={`${row.kind}${row.at}${row.reference}${row.balance.minor}`}
                className="flex gap-3 px-4 py-3 text-sm"
              >
                <span className="min-w-0 flex-1">
                  <span className="font-medium">{kindText(row.kind)}</span>{" "}
                  {row.reference && <TextLink to={`/orders/${orderOf(row.reference)}`}>{row.reference}</TextLink>}
                  <span className="wrap-anywhere block text-muted text-xs">
                    {[momentText(row.at), row.actor, row.reason].filter(Boolean).join(" · ")}
                  </span>
                </span>
                <span className="text-right">
                  {row.amount.minor !== 0 && <Amount value={row.amount} strong />}
                  <span className="tnum block text-muted text-xs">
                    {t("{amount} left", { amount: row.balance.text })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

function kindText(kind: string): string {
  const words: Record<string, string> = {
    issued: t("Issued"),
    held: t("Paid an order"),
    released: t("Order ended unpaid"),
    back: t("Came back"),
    expired: t("Ended unspent"),
    blocked: t("Blocked"),
    unblocked: t("Let be spent again"),
    extended: t("Extended until later"),
    recoded: t("Got a new code"),
  };
  return words[kind] ?? kind;
}
