import { useResource } from "@kit/app/use-resource";
import { Badge } from "@kit/ui/badge";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { t, tn } from "@/i18n/t";
import { kindText } from "./kinds";

interface Series {
  supplier: string;
  kind: string;
  year: string;
  first: string;
  last: string;
  count: number;
  missing: string[];
  holds: boolean;
}

/** Each series of numbers from its first to its last, and what is missing of it. */
export function SeriesList() {
  const query = useResource<Series[]>("admin/documents/series", { limit: 100 });
  return (
    <Section title={t("Series of numbers")} flush>
      <Loaded query={query} flush>
        {(rows) =>
          rows.length === 0 ? (
            <p className="px-4 py-3 text-muted text-sm">{t("No number was given yet.")}</p>
          ) : (
            <ul className="divide-y divide-line text-sm">
              {rows.map(({ supplier, kind, year, first, last, count, missing, holds }) => (
                <li key={`${supplier}${first}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
                  <span className="min-w-0 flex-1">
                    <span className="block font-medium">
                      {kindText(kind)} {year}
                    </span>
                    <span className="tnum wrap-anywhere block text-muted text-xs">
                      {supplier.startsWith("seller:") ? t("without tax number") : supplier} · {first} – {last}
                    </span>
                  </span>
                  <span className="tnum text-muted text-xs">{tn("{count} document", "{count} documents", count)}</span>
                  <Badge tone={holds ? "good" : "bad"}>
                    {holds ? t("no gap") : t("missing: {numbers}", { numbers: missing.join(", ") })}
                  </Badge>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
