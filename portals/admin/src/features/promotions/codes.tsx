import { useResource } from "@kit/app/use-resource";
import { useAct } from "@kit/form/use-act";
import { call, http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { toastProblem } from "@kit/ui/toast";
import { useState } from "react";
import { t } from "@/i18n/t";
import { BatchDialog, CodeDialog } from "./code-dialogs";
import type { Batch, Coupon } from "./types";

/** Codes that open a promotion: some written by hand, others by the batch and handed out as a file. */
export function Codes({ id, isOpen }: { id: string; isOpen: boolean }) {
  const coupons = useResource<Coupon[]>(`admin/promotions/${id}/coupons`, { limit: 100 });
  const batches = useResource<Batch[]>(`admin/promotions/${id}/batches`, { limit: 100 });
  const [asking, setAsking] = useState<"code" | "batch" | null>(null);
  const isEmpty = coupons.data?.length === 0 && batches.data?.length === 0;
  const buttons = isOpen && (
    <span className="flex gap-2">
      <Button size="sm" onPress={() => setAsking("code")}>
        {t("New code")}
      </Button>
      <Button size="sm" onPress={() => setAsking("batch")}>
        {t("Batch of codes")}
      </Button>
    </span>
  );
  return (
    <Section title={t("Codes")} aside={buttons} flush>
      {isEmpty && <p className="p-4 text-muted text-sm">{t("No codes yet. Nobody can use it before there is one.")}</p>}
      <ul className="divide-y divide-line">
        {coupons.data?.map((coupon) => (
          <CodeRow key={coupon.code} id={id} coupon={coupon} />
        ))}
        {batches.data?.map((batch) => (
          <BatchRow key={batch.id} id={id} batch={batch} />
        ))}
      </ul>
      {asking === "code" && <CodeDialog id={id} onClose={() => setAsking(null)} />}
      {asking === "batch" && <BatchDialog id={id} onClose={() => setAsking(null)} />}
    </Section>
  );
}

function CodeRow({ id, coupon: { code, uses, uses_max, stopped_at } }: { id: string; coupon: Coupon }) {
  const stop = useAct(() => call("DELETE", `admin/promotions/${id}/coupons/${code}`), t("The code is stopped"));
  return (
    <li className="flex items-center justify-between gap-3 px-4 py-2 text-sm">
      <span className="wrap-anywhere font-medium">{code}</span>
      <span className="tnum ml-auto text-muted text-xs">
        {uses_max ? t("used {uses} of {most}", { uses, most: uses_max }) : t("used {uses} times", { uses })}
      </span>
      {stopped_at ? (
        <span className="text-muted text-xs">{t("stopped")}</span>
      ) : (
        <Button size="sm" look="quiet" onPress={() => stop.run(undefined)} isPending={stop.running}>
          {t("Stop")}
        </Button>
      )}
    </li>
  );
}

function BatchRow({ id, batch }: { id: string; batch: Batch }) {
  const download = async () => {
    try {
      const path = `admin/promotions/${id}/batches/${batch.id}/file`;
      const { name, csv } = (await http.get<{ name: string; csv: string }>(path)).data;
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (problem) {
      toastProblem(problem as Error);
    }
  };
  return (
    <li className="flex items-center justify-between gap-3 px-4 py-2 text-sm">
      <span className="wrap-anywhere font-medium">{batch.name}</span>
      <span className="tnum ml-auto text-muted text-xs">
        {t("{used} of {size} codes used", { used: batch.used, size: batch.size })}
      </span>
      <Button size="sm" look="quiet" onPress={download}>
        {t("CSV file")}
      </Button>
    </li>
  );
}
