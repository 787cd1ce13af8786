import { Amount } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import type { Change } from "@/api/types";
import { t } from "@/i18n/t";

const CELL = "px-3 py-2 text-right whitespace-nowrap";

/** What was charged and what would have been, group by group, those that differ most on top. */
export function ChangeTable({ title, first, rows }: { title: string; first: string; rows: Change[] }) {
  return (
    <Section title={title} flush>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead className="border-line border-b text-muted text-xs">
            <tr>
              <th scope="col" className="px-3 py-2 text-left font-medium">
                {first}
              </th>
              <th scope="col" className={`${CELL} font-medium max-sm:hidden`}>
                {t("On")}
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                {t("Before")}
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                {t("After")}
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                {t("Difference")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map(({ name, base, before, after, difference }) => (
              <tr key={name}>
                <th scope="row" className="wrap-anywhere px-3 py-2 text-left font-normal">
                  {name || t("Without a category")}
                </th>
                <td className={`${CELL} max-sm:hidden`}>
                  <Amount value={base} />
                </td>
                <td className={CELL}>
                  <Amount value={before} />
                </td>
                <td className={CELL}>
                  <Amount value={after} />
                </td>
                <td className={CELL}>
                  <Amount value={difference} strong signed />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
