import { useAct } from "@kit/form/use-act";
import { Day } from "@kit/format/date";
import { http } from "@kit/http/client";
import type { Column } from "@kit/table/columns";
import { Badge, type Tone } from "@kit/ui/badge";
import { Bar } from "@kit/ui/bar";
import { Button } from "@kit/ui/button";
import { t } from "@/i18n/t";
import type { Promotion } from "./types";

const TONES: Record<Promotion["status"], Tone> = { draft: "plain", running: "good", paused: "warn", ended: "plain" };

export function promotionColumns(): Column<Promotion>[] {
  return [
    {
      id: "name",
      header: t("Promotion"),
      cell: ({ name, sentence, needs_code }) => (
        <span className="block min-w-0">
          <span className="wrap-anywhere block font-medium">{name}</span>
          <span className="block text-muted text-xs">
            {sentence}
            {needs_code && ` · ${t("with a code")}`}
          </span>
        </span>
      ),
    },
    { id: "status", header: t("State"), cell: ({ status }) => <Badge tone={TONES[status]}>{names()[status]}</Badge> },
    { id: "uses", header: t("Uses"), from: "sm", end: true, cell: ({ uses }) => <span className="tnum">{uses}</span> },
    {
      id: "spent",
      header: t("Given"),
      from: "sm",
      cell: ({ spent, budget }) => (
        <span className="tnum block">
          {budget ? `${spent.text} / ${budget.text}` : spent.text}
          {budget && <Bar label={t("Budget")} value={spent.minor} most={budget.minor} />}
        </span>
      ),
    },
    {
      id: "ends_at",
      header: t("Until"),
      from: "lg",
      cell: ({ ends_at }) => (ends_at ? <Day at={ends_at} /> : t("open")),
    },
    { id: "act", header: t("Change"), end: true, cell: (promotion) => <Moves promotion={promotion} /> },
  ];
}

const names = () => ({ draft: t("Draft"), running: t("Running"), paused: t("Paused"), ended: t("Ended") });

function Moves({ promotion: { id, actions } }: { promotion: Promotion }) {
  const words: Record<string, string> = { launch: t("Launch"), pause: t("Pause"), end: t("End it") };
  const { run, running } = useAct(
    (verb: string) => http.post(`seller/promotions/${id}/moves`, { verb }),
    t("The promotion has changed"),
  );
  return (
    <span className="flex flex-wrap justify-end gap-1">
      {actions
        .filter((verb) => verb in words)
        .map((verb) => (
          <Button key={verb} size="sm" look="quiet" onPress={() => run(verb)} isPending={running}>
            {words[verb]}
          </Button>
        ))}
    </span>
  );
}
