import type { AuditRow } from "@/api/types";

const ORDER = /^([A-Z]{3}-\d{2}-\d{6})/;

/** Where the thing of an entry can be seen, when it has a page of its own here. */
export function placeOf({ object_type, object_id, object_label }: AuditRow): string | undefined {
  const order = ORDER.exec(object_label)?.[1];
  switch (object_type) {
    case "sellers.seller":
      return `/sellers/${object_id}`;
    case "verification.sellerentity":
      return `/verification/${object_id}`;
    case "orders.order":
    case "orders.sellerorder":
    case "payments.refund":
    case "payments.transfer":
      return order && `/orders/${order}`;
    default:
      return undefined;
  }
}
