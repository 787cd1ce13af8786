import { dateText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { useList } from "@kit/table/use-list";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { t, tn } from "@/i18n/t";
import type { Remittance } from "./types";

/** The newest remittances of cash. */
export function RemittanceList() {
  const query = useList<Remittance>("admin/cash-remittances", { limit: 20 });
  return (
    <Section title={t("Brought to the bank")} flush>
      <Loaded query={query} flush>
        {({ rows }) => (
          <ul className="divide-y divide-line">
            {rows.length === 0 && <li className="px-4 py-3 text-muted text-sm">{t("Nothing was brought yet.")}</li>}
            {rows.map(({ id, courier, reference, amount, received_at, parcels }) => (
              <li key={id} className="flex items-start justify-between gap-4 px-4 py-3 text-sm">
                <span className="min-w-0">
                  <span className="block font-medium">{courier}</span>
                  <span className="wrap-anywhere block text-faint text-xs">
                    {[reference, dateText(received_at), tn("{count} parcel", "{count} parcels", parcels)].join(" · ")}
                  </span>
                </span>
                <Amount value={amount} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
