import { Section } from "@kit/ui/section";
import type { Difference } from "@/api/types";
import { t } from "@/i18n/t";

const MINOR = new Set([
  "amount",
  "fee",
  "tax",
  "fees",
  "amount_refunded",
  "amount_reversed",
  "credit",
  "debit",
  "booked",
]);

/** What we say of it beside what the provider says; what differs is marked. */
export function TwoSides({ difference: { ours, theirs, amount } }: { difference: Difference }) {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const both = Object.keys(ours).length > 0 && Object.keys(theirs).length > 0;
  if (names.length === 0) return null;
  return (
    <Section title={t("Both sides")} flush>
      <div className="overflow-x-auto">
        <table className="w-full text-left text-sm">
          <thead className="border-line border-b text-muted text-xs">
            <tr>
              <th className="px-4 py-2 font-medium">{t("What")}</th>
              <th className="px-4 py-2 font-medium">{t("Ours")}</th>
              <th className="px-4 py-2 font-medium">{t("The provider's")}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {names.map((name) => (
              <tr key={name} className={both && differs(ours[name], theirs[name]) ? "bg-warn-soft" : ""}>
                <th scope="row" className="px-4 py-2 font-normal text-muted">
                  {plain(name)}
                </th>
                <td className="wrap-anywhere px-4 py-2">{shown(name, ours[name], amount.currency)}</td>
                <td className="wrap-anywhere px-4 py-2">{shown(name, theirs[name], amount.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const differs = (mine: unknown, other: unknown) =>
  mine !== undefined && other !== undefined && String(mine ?? "") !== String(other ?? "");

const plain = (name: string) => {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function shown(name: string, value: unknown, currency: string) {
  if (value === undefined || value === null || value === "") return <span className="text-faint">–</span>;
  if (MINOR.has(name) && typeof value === "number") {
    return (
      <span className="tnum">
        {new Intl.NumberFormat("en-IN", { style: "currency", currency }).format(value / 100)}
      </span>
    );
  }
  return String(value);
}
