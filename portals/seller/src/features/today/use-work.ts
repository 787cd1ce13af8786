import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import { useTotal } from "@kit/table/use-total";

const EVERY_HALF_MINUTE = 30_000;

/** How many orders are in each stage. */
export function useOrderCounts(): Record<string, number> | undefined {
  const enabled = useCan("orders.read");
  const options = { refetchInterval: EVERY_HALF_MINUTE, enabled };
  return useResource<{ counts: Record<string, number> }>("seller/orders/counts", undefined, options).data?.counts;
}

/** How many returns are in each state. */
export function useReturnCounts(): Record<string, number> | undefined {
  const enabled = useCan("orders.read");
  const options = { refetchInterval: EVERY_HALF_MINUTE, enabled };
  return useResource<{ counts: Record<string, number> }>("seller/returns/counts", undefined, options).data?.counts;
}

export const useLowStock = () => useTotal("seller/stock", { stock: "low" }, useCan("stock.edit"));
export const useDrafts = () => useTotal("seller/products", { status: "draft" }, useCan("products.edit"));
