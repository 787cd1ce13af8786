import { Section } from "@kit/ui/section";
import type { Difference } from "@/api/types";
import { t } from "@/i18n/t";
import { SAME, sideName, sideValue } from "./side-words";

/** What we say of it beside what the provider says; what differs is marked. */
export function TwoSides({ difference }: { difference: Difference }) {
  const { currency } = difference.amount;
  const [ours, theirs] = [under(difference.ours), under(difference.theirs)];
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
                  {sideName(name)}
                </th>
                <td className="wrap-anywhere px-4 py-2">{shown(name, ours[name], currency, true)}</td>
                <td className="wrap-anywhere px-4 py-2">{shown(name, theirs[name], currency, false)}</td>
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

const under = (side: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(side).map(([name, value]) => [SAME[name] ?? name, value]));

function shown(name: string, value: unknown, currency: string, isOurs: boolean) {
  if (value === undefined || value === null || value === "") return <span className="text-faint">–</span>;
  return <span className="tnum">{sideValue(name, value, currency, isOurs)}</span>;
}
