import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import { Section } from "@kit/ui/section";
import { type ReactNode, useState } from "react";
import { ColumnList } from "./column-list";
import { MoveButton } from "./move-button";
import { PreviewTable } from "./preview-table";
import type { FileImport, Target } from "./types";

export type Options = Record<string, unknown>;
export type OptionsSlot = (options: Options, change: (change: Options) => void) => ReactNode;

interface MappingStepProps {
  base: string;
  row: FileImport;
  targets: Target[];
  /** Answers for what the file does not say; each portal asks its own. */
  options: OptionsSlot;
}

/** What each column is, then the check. The answers are kept for the next file of this form. */
export function MappingStep({ base, row, targets, options: slot }: MappingStepProps) {
  const [columns, setColumns] = useState(row.columns);
  const [options, setOptions] = useState<Options>(row.options);
  const path = `${base}/imports/${row.id}`;
  const send = async () => {
    await http.put(`${path}/mapping`, { columns, options: filled(options) });
    await http.post(`${path}/moves`, { verb: "check" });
  };
  const { run, running } = useAct(send, t("The file is being checked"));
  const needed = targets.filter(({ code, is_needed }) => is_needed && !columns.includes(code));
  return (
    <div className="flex flex-col gap-4">
      {row.is_remembered && (
        <Notice title={t("These columns are known")}>
          {t("You named them for an earlier file of the same form.")}
        </Notice>
      )}
      {row.notes.map((note) => (
        <Notice key={note} tone="warn" title={note} />
      ))}
      <Section
        title={t("What the columns are")}
        aside={t("{count} of {total} are read", { count: columns.filter(Boolean).length, total: columns.length })}
        flush
      >
        <ColumnList row={row} targets={targets} columns={columns} onChange={setColumns} />
        <div className="border-line border-t px-4 py-3">
          <PreviewTable row={row} />
        </div>
      </Section>
      <Section title={t("What the file does not say")}>
        {slot(options, (change) => setOptions((before) => ({ ...before, ...change })))}
      </Section>
      <div className="flex flex-wrap items-center justify-end gap-2">
        {needed.map(({ code, label }) => (
          <p key={code} className="mr-auto text-bad text-sm">
            {t("No column is the “{name}”. Say which one is.", { name: label })}
          </p>
        ))}
        <MoveButton base={base} row={row} verb="discard" label={t("Throw the file away")} doneText={t("Thrown away")} />
        <Button look="solid" onPress={() => run(undefined)} isPending={running} isDisabled={needed.length > 0}>
          {t("Check my file")}
        </Button>
      </div>
    </div>
  );
}

/** Without answers that say nothing. */
const filled = (options: Options) =>
  Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== "" && value !== undefined && value !== null),
  );
