import { ReasonDialog } from "@kit/form/reason-dialog";
import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { ProductRow } from "@/api/types";
import { t } from "@/i18n/t";

export function ModerationButtons({ product: { id, title, actions } }: { product: ProductRow }) {
  const [rejecting, setRejecting] = useState(false);
  const publish = useAct((_: undefined, key) => http.post(`admin/products/${id}/publication`, {}, key), t("Live now"));
  return (
    <span className="inline-flex flex-col-reverse gap-1.5 sm:flex-row">
      {actions.includes("reject") && (
        <Button size="sm" look="quiet" onPress={() => setRejecting(true)}>
          {t("Send back")}
        </Button>
      )}
      {actions.includes("publish") && (
        <Button size="sm" isPending={publish.running} onPress={() => publish.run(undefined)}>
          {t("Publish")}
        </Button>
      )}
      {rejecting && (
        <ReasonDialog
          title={t("Send back {title}", { title })}
          consequence={t("The seller can mend it and propose it again.")}
          reasonHint={t("The seller reads this word for word.")}
          label={t("Send back")}
          send={(reason, key) => http.post(`admin/products/${id}/rejection`, { reason }, key)}
          doneText={t("Sent back with your reason")}
          onClose={() => setRejecting(false)}
        />
      )}
    </span>
  );
}
