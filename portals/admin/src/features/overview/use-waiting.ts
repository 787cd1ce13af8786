import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import { useList } from "@kit/table/use-list";
import { useTotal } from "@kit/table/use-total";
import type { QueueCounts } from "@/api/moderation";
import type { ReviewCounts } from "@/api/reviews";
import type { PayoutRow } from "@/api/types";

/** Work of the brand that waits for a person, each only for those who may do it. */
export function useWaiting() {
  return {
    sellers: useTotal("admin/sellers", { status: "applied" }, useCan("sellers.read")),
    products: useQueue(useCan("products.read")),
    reviews: useReviews(useCan("reviews.moderate")),
    differences: useTotal("admin/recon/breaks", { state: "open" }, useCan("recon.read")),
    disputes: useTotal("admin/disputes", { state: "open,evidence_due" }, useCan("disputes.read")),
    payouts: useOpenPayouts()?.length,
  };
}

/** New products and edits together. */
function useQueue(enabled: boolean): number | undefined {
  const { data } = useResource<QueueCounts>("admin/moderation/counts", undefined, { enabled });
  return data && data.proposed + data.changes;
}

/** Reviews that wait, and shown ones that somebody reported. */
function useReviews(enabled: boolean): number | undefined {
  const { data } = useResource<ReviewCounts>("admin/reviews/counts", undefined, { enabled });
  return data && data.pending + data.reported;
}

/** Payouts that are not sent yet. They are the newest, so the first page has them. */
export function useOpenPayouts(): PayoutRow[] | undefined {
  const enabled = useCan("payouts.read");
  const { data } = useList<PayoutRow>("admin/payouts", { limit: 100 }, { enabled });
  return data?.rows.filter(({ status }) => status === "scheduled");
}
