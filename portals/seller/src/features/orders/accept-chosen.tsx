import { newKey } from "@kit/http/idempotency";
import { Button } from "@kit/ui/button";
import { toastDone, toastProblem } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OrderRow } from "@/api/types";
import { t, tn } from "@/i18n/t";
import { acceptOrder } from "./order-acts";

/** Accepts one chosen order after the other. It stops at the first refusal and says which one it was. */
export function AcceptChosen({ orders, clear }: { orders: OrderRow[]; clear: () => void }) {
  const queries = useQueryClient();
  const [done, setDone] = useState<number>();
  const acceptable = orders.filter(({ actions }) => actions.includes("accept"));

  const acceptAll = async () => {
    try {
      for (const [index, { number }] of acceptable.entries()) {
        setDone(index);
        await acceptOrder(number, newKey());
      }
      toastDone(tn("{count} order accepted", "{count} orders accepted", acceptable.length));
      clear();
    } catch (problem) {
      toastProblem(problem);
    } finally {
      setDone(undefined);
      await queries.invalidateQueries();
    }
  };

  return (
    <Button size="sm" isDisabled={acceptable.length === 0} isPending={done !== undefined} onPress={acceptAll}>
      {done === undefined
        ? t("Accept {count}", { count: acceptable.length })
        : t("{done} of {all}", { done, all: acceptable.length })}
    </Button>
  );
}
