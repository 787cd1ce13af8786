import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import type { Column } from "@kit/table/columns";
import { Badge, type Tone } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { t } from "@/i18n/t";
import type { Unit } from "./types";

const TONES: Record<string, Tone> = {
  available: "good",
  held: "info",
  sold: "plain",
  returned: "warn",
  withdrawn: "bad",
};

export const stateText = (state: string) =>
  ({
    available: t("To sell"),
    held: t("Promised"),
    sold: t("Sold"),
    returned: t("Came back"),
    withdrawn: t("Taken out"),
  })[state] ?? state;

export const unitColumns = (path: string): Column<Unit>[] => [
  {
    id: "number",
    header: t("Number"),
    cell: ({ number, serial }) => (
      <span className="tnum">
        <span className="font-medium">{number}</span>
        {serial && <span className="ml-2 text-muted text-xs">{serial}</span>}
      </span>
    ),
  },
  {
    id: "state",
    header: t("Status"),
    cell: ({ state }) => <Badge tone={TONES[state] ?? "plain"}>{stateText(state)}</Badge>,
  },
  { id: "place", header: t("Place"), from: "sm", cell: ({ place }) => place },
  { id: "act", header: t("Change"), end: true, cell: (unit) => <UnitAct unit={unit} path={path} /> },
];

function UnitAct({ unit, path }: { unit: Unit; path: string }) {
  const step = useAct((name: string) => http.post(`${path}/${unit.id}/steps`, { step: name }), t("Saved"));
  return (
    <span className="inline-flex gap-1.5">
      {unit.actions.includes("offer") && (
        <Button size="sm" isPending={step.running} onPress={() => step.run("offer")}>
          {t("Put on sale")}
        </Button>
      )}
      {unit.actions.includes("withdraw") && (
        <Button size="sm" isPending={step.running} onPress={() => step.run("withdraw")}>
          {t("Take out")}
        </Button>
      )}
    </span>
  );
}
