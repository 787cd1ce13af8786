import { momentText } from "@kit/format/date";
import { t } from "@kit/i18n/t";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { type ReactNode, useState } from "react";
import { sizeText } from "./duration";
import { MappingStep, type OptionsSlot } from "./mapping-step";
import { ResultStep } from "./result-step";
import { StatusBadge } from "./status";
import { StepBar } from "./step-bar";
import { type FileImport, isAtWork, type Target } from "./types";
import { useImport } from "./use-import";
import { WorkStep } from "./work-step";

interface ImportStepsProps {
  base: string;
  id: string;
  back: string;
  targets: Target[];
  options: OptionsSlot;
  answers: (row: FileImport) => ReactNode;
}

/** One file on its way: named, checked, brought in, and what came of it. */
export function ImportSteps(props: ImportStepsProps) {
  const query = useImport(props.base, props.id);
  return <Loaded query={query}>{(row) => <Steps {...props} row={row} />}</Loaded>;
}

function Steps({ base, back, targets, options, answers, row }: ImportStepsProps & { row: FileImport }) {
  const [naming, setNaming] = useState(false);
  const written = row.done.create + row.done.change > 0;
  const isNamed = row.status !== "uploaded" && row.status !== "mapped";
  const mapping = !isNamed || (naming && row.status === "checked");
  const discarded = row.status === "stopped" && !written;
  return (
    <>
      <PageHeader
        title={row.file_name}
        lead={`${sizeText(row.file_bytes)} · ${momentText(row.created_at)}`}
        badge={<StatusBadge status={row.status} />}
        back={{ to: back, label: t("Files") }}
      />
      <StepBar status={mapping ? "mapped" : row.status} written={written} />
      {row.status === "failed" && (
        <Notice tone="bad" alert title={t("This file could not be read to its end")}>
          {row.failure}
        </Notice>
      )}
      {discarded && <Notice title={t("This file was thrown away. Nothing of it was written.")} />}
      {mapping && <MappingStep key={row.columns.join()} base={base} row={row} targets={targets} options={options} />}
      {(isAtWork(row) || row.status === "paused") && <WorkStep base={base} row={row} />}
      {!mapping && ["checked", "done", "stopped", "rolled_back"].includes(row.status) && !discarded && (
        <ResultStep base={base} row={row} onColumns={() => setNaming(true)} answers={answers(row)} />
      )}
    </>
  );
}
