import { DiffView } from "@kit/diff/diff-view";
import type { DiffLine } from "@kit/diff/types";
import { useAct } from "@kit/form/use-act";
import { Age } from "@kit/format/date";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Disclosure } from "@kit/ui/disclosure";
import { Notice } from "@kit/ui/notice";
import { Section } from "@kit/ui/section";
import type { Product } from "@/api/types";
import { t } from "@/i18n/t";

interface PendingChangeProps {
  product: Product;
  /** What must be saved before it is taken back, and what is done after. */
  before?: () => Promise<unknown>;
  after?: () => void;
  /** Write what came back into the editor again. */
  resume?: (wanted: Record<string, unknown>) => void;
}

/** The seller's own edit while it waits, and the brand's words when it came back. */
export function PendingChange({ product, before, after, resume }: PendingChangeProps) {
  const { change } = product;
  const withdraw = useAct(async (_: undefined) => {
    await before?.();
    await call("DELETE", `seller/products/${product.id}/change`);
    after?.();
  }, t("Taken back. The shop stays as it is."));
  const lines = (change?.diff ?? []) as DiffLine[];
  if (change?.status === "rejected") {
    return (
      <Notice
        tone="bad"
        title={t("Your edit came back. The shop still shows the old.")}
        action={
          resume && (
            <Button size="sm" onPress={() => resume(change.wanted)}>
              {t("Go on with it")}
            </Button>
          )
        }
      >
        <q>{change.reason}</q>
        <div className="mt-2">
          <Disclosure label={t("What you had written")}>
            <DiffView lines={lines} labelOf={(label) => label} />
          </Disclosure>
        </div>
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
        {t("These changes wait for the brand; the shop shows the old until then. Prices and stock change at once.")}
      </p>
      <DiffView lines={lines} labelOf={(label) => label} />
    </Section>
  );
}
