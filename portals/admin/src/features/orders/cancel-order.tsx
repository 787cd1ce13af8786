import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Order } from "@/api/types";
import { t, tn } from "@/i18n/t";
import { CancelDialog } from "./cancel-dialog";

/** Offered while every part can still be called off; after that, part by part. */
export function CancelOrder({ order: { number, total, parts } }: { order: Order }) {
  const [open, setOpen] = useState(false);
  if (parts.length < 2 || !parts.every(({ actions }) => actions.includes("cancel"))) return null;
  return (
    <>
      <Button look="danger" onPress={() => setOpen(true)}>
        {t("Cancel order")}
      </Button>
      {open && (
        <CancelDialog
          order={number}
          consequence={tn(
            "{amount} go back to the customer and {count} seller loses the order.",
            "{amount} go back to the customer and {count} sellers lose their part of the order.",
            parts.length,
            { amount: total.text },
          )}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
