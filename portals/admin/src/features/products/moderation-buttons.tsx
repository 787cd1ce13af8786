import { useCan } from "@kit/auth/use-can";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { ProductRow } from "@/api/types";
import { t } from "@/i18n/t";
import { DescribeDialog } from "./describe-dialog";

export function ModerationButtons({ product }: { product: ProductRow }) {
  const { id, title, actions } = product;
  const mayDecide = useCan("products.decide");
  const [describing, setDescribing] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const publish = useAct((_: undefined, key) => http.post(`admin/products/${id}/publication`, {}, key), t("Live now"));
  return (
    <span className="inline-flex flex-col-reverse gap-1.5 sm:flex-row">
      {mayDecide && (
        <Button size="sm" look="quiet" onPress={() => setDescribing(true)}>
          {t("Address")}
        </Button>
      )}
      {describing && <DescribeDialog product={product} onClose={() => setDescribing(false)} />}
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
