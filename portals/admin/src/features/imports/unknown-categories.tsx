import type { FileImport } from "@kit/files/types";
import { usePlaces } from "@kit/files/use-places";
import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { Select } from "@kit/ui/select";
import { useState } from "react";
import { t, tn } from "@/i18n/t";

const NONE = "-";

/** Categories of the file that the brand does not have, and which of its own each one is. */
export function UnknownCategories({ row }: { row: FileImport }) {
  const places = usePlaces("admin", { value: NONE, label: t("No category") });
  const [told, setTold] = useState<Record<string, string>>({});
  const before = (row.options.categories ?? {}) as Record<string, string>;
  const path = `admin/imports/${row.id}`;
  const { run, running } = useAct(async () => {
    const options = { ...row.options, categories: { ...before, ...told } };
    await http.put(`${path}/mapping`, { columns: row.columns, options });
    await http.post(`${path}/moves`, { verb: "check" });
  }, t("The file is being checked again"));
  if (row.status !== "checked" || row.unknown.length === 0) return null;
  return (
    <Section title={t("Categories that are not known here")} flush>
      <ul className="max-h-96 divide-y divide-line overflow-y-auto">
        {row.unknown.map(({ text, rows }) => (
          <li key={text} className="grid items-center gap-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_18rem] sm:gap-6">
            <span className="wrap-anywhere text-sm">
              {text} <span className="text-muted">· {tn("{count} row", "{count} rows", rows)}</span>
            </span>
            <Select
              label={t("Category for “{name}”", { name: text })}
              hideLabel
              placeholder={t("Choose a category")}
              value={text in told ? told[text] || NONE : ""}
              onChange={(slug) => setTold({ ...told, [text]: slug === NONE ? "" : slug })}
              {...places}
            />
          </li>
        ))}
      </ul>
      <div className="flex justify-end border-line border-t px-4 py-3">
        <Button
          look="solid"
          size="sm"
          isPending={running}
          isDisabled={Object.keys(told).length === 0}
          onPress={() => run(undefined)}
        >
          {t("Remember and check again")}
        </Button>
      </div>
    </Section>
  );
}
