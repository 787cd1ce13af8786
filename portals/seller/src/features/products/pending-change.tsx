import { DiffView } from "@kit/diff/diff-view";
import type { DiffLine } from "@kit/diff/types";
import { useAct } from "@kit/form/use-act";
import { Age } from "@kit/format/date";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import { Section } from "@kit/ui/section";
import { t } from "@/i18n/t";

/** An edit of what is in the shop, and what became of it. `reason` is what the brand's staff wrote. */
export interface Change {
  id: string;
  status: "pending" | "approved" | "rejected" | "withdrawn";
  diff: DiffLine[];
  reason: string;
  created_at: string;
  decided_at: string | null;
}

/** The seller's own edit while it waits, and the brand's words when it came back. */
export function PendingChange({ productId, change }: { productId: string; change: Change | null | undefined }) {
  const withdraw = useAct(
    (_: undefined) => call("DELETE", `seller/products/${productId}/change`),
    t("Taken back. The shop stays as it is."),
  );
  if (change?.status === "rejected") {
    return (
      <Notice tone="bad" title={t("Your edit came back. The shop still shows the old.")}>
        <q>{change.reason}</q>
      </Notice>
    );
  }
  if (change?.status !== "pending") return null;
  return (
    <Section
      title={t("Your edit waits for the brand")}
      aside={
        <span className="flex items-center gap-3">
          <Age at={change.created_at} />
          <Button size="sm" isPending={withdraw.running} onPress={() => withdraw.run(undefined)}>
            {t("Take back")}
          </Button>
        </span>
      }
      flush
    >
      <p className="px-4 pt-3 text-muted text-sm">
        {t("Customers see the old until then. Prices and stock change at once.")}
      </p>
      <DiffView lines={change.diff} labelOf={(label) => label} />
    </Section>
  );
}
