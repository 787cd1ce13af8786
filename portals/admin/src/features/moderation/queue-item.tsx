import { DiffView } from "@kit/diff/diff-view";
import { useAct } from "@kit/form/use-act";
import { Age } from "@kit/format/date";
import { http } from "@kit/http/client";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { Checkbox } from "@kit/ui/checkbox";
import { Notice } from "@kit/ui/notice";
import { Thumb } from "@kit/ui/thumb";
import { clsx } from "clsx";
import { t, tn } from "@/i18n/t";
import { flagText, labelText, reasonText } from "./labels";
import type { QueueRow } from "./types";

interface QueueItemProps {
  row: QueueRow;
  isHere: boolean;
  isChosen: boolean;
  mayDecide: boolean;
  deciding: boolean;
  onFocus: () => void;
  onChoose: (chosen: boolean) => void;
  onYes: () => void;
  onNo: () => void;
}

/** One thing that waits: who, since when, what is odd about it, and what would be different. */
export function QueueItem(props: QueueItemProps) {
  const { row, isHere, isChosen, mayDecide, deciding, onFocus, onChoose, onYes, onNo } = props;
  const waits = row.status === "proposed" || row.status === "pending";
  return (
    <li
      data-queue
      tabIndex={-1}
      onFocusCapture={onFocus}
      aria-label={row.title}
      className={clsx("card scroll-mt-28 overflow-hidden outline-none", isHere && "ring-2 ring-accent")}
    >
      <div className="flex flex-wrap items-start gap-3 border-line border-b p-3">
        {mayDecide && waits && (
          <Checkbox label={t("Choose this row")} hideLabel checked={isChosen} onChange={onChoose} />
        )}
        <Thumb src={row.image_url} />
        <div className="min-w-0 flex-1 basis-48">
          <h2 className="wrap-anywhere font-semibold text-sm">{row.title}</h2>
          <p className="text-muted text-xs">
            {row.seller?.name ?? t("The brand itself")} · <Age at={row.since} />
          </p>
          <ul className="mt-1.5 flex flex-wrap gap-1.5">
            {row.flags.map(({ code, sentence }) => (
              <li key={code} className="rounded-md bg-warn-soft px-2 py-0.5 text-warn text-xs">
                {flagText(code, sentence)}
              </li>
            ))}
          </ul>
        </div>
        {mayDecide && <Buttons row={row} deciding={deciding} onYes={onYes} onNo={onNo} />}
      </div>
      {row.outdated.length > 0 && (
        <div className="p-3 pb-0">
          <Notice tone="warn" title={t("The product was changed after this edit was written.")}>
            {row.outdated.map((name) => labelText(label(row, name))).join(", ")}
          </Notice>
        </div>
      )}
      {row.reason && (
        <p className="px-4 pt-3 text-sm">
          <Badge tone="bad">{row.reason_code ? reasonText(row.reason_code) : t("Sent back")}</Badge>{" "}
          <q className="text-muted">{row.reason}</q>
        </p>
      )}
      <DiffView lines={row.diff} labelOf={labelText} isNew={row.kind === "product"} />
      <p className="border-line border-t px-4 py-1.5 text-faint text-xs">
        {row.kind === "change"
          ? tn(
              "{count} difference to what customers see now",
              "{count} differences to what customers see now",
              row.diff.length,
            )
          : t("New in the shop")}
      </p>
    </li>
  );
}

const label = (row: QueueRow, name: string) => row.diff.find(({ field }) => field === name)?.label ?? name;

function Buttons({ row, deciding, onYes, onNo }: Pick<QueueItemProps, "row" | "deciding" | "onYes" | "onNo">) {
  const rebase = useAct(
    (_: undefined) => http.post(`admin/product-changes/${row.id}/rebase`),
    t("Compared with the product of today"),
  );
  const can = (...verbs: QueueRow["actions"]) => verbs.some((verb) => row.actions.includes(verb));
  return (
    <div className="flex flex-wrap gap-1.5">
      {can("reject", "reject_change") && (
        <Button size="sm" onPress={onNo} isDisabled={deciding}>
          {t("Send back")}
        </Button>
      )}
      {can("rebase") && (
        <Button size="sm" look="solid" isPending={rebase.running} onPress={() => rebase.run(undefined)}>
          {t("Compare again")}
        </Button>
      )}
      {can("publish", "approve_change") && (
        <Button size="sm" look="solid" onPress={onYes} isDisabled={deciding}>
          {row.kind === "change" ? t("Approve") : t("Publish")}
        </Button>
      )}
    </div>
  );
}
