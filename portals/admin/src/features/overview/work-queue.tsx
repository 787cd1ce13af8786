import { Age } from "@kit/format/date";
import { EmptyState } from "@kit/ui/empty-state";
import { Section } from "@kit/ui/section";
import { Link } from "@tanstack/react-router";
import { ChevronRight, CircleCheck } from "lucide-react";
import type { Overview } from "@/api/types";
import { t } from "@/i18n/t";

interface Place {
  title: string;
  lead: string;
  to: string;
  search: Record<string, string>;
}

/** Where each kind of waiting work is done. A kind this portal does not know is left to the server's other readers. */
function places(): Record<string, Place> {
  return {
    sellers_to_approve: {
      title: t("Sellers to approve"),
      lead: t("Verified by the platform; you decide who sells here."),
      to: "/sellers",
      search: { status: "applied" },
    },
    products_to_review: {
      title: t("Products to review"),
      lead: t("Proposed by sellers, not yet seen by customers."),
      to: "/products",
      search: { status: "proposed" },
    },
    payouts_due: {
      title: t("Payouts due"),
      lead: t("The return window has closed; sellers wait for this."),
      to: "/payouts",
      search: { status: "scheduled" },
    },
    orders_late: {
      title: t("Orders without an answer"),
      lead: t("The seller has not accepted yet."),
      to: "/orders",
      search: { status: "placed" },
    },
  };
}

export function WorkQueue({ queue }: { queue: Overview["queue"] }) {
  const known = places();
  const waiting = queue.filter(({ kind, count }) => count > 0 && known[kind]);
  return (
    <Section title={t("Waiting for you")} flush>
      {waiting.length === 0 && (
        <EmptyState icon={CircleCheck} title={t("Nothing waits")}>
          {t("Applications, products and payouts appear here when they need a person.")}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {waiting.map(({ kind, count, oldest_at }) => (
          <QueueRow key={kind} place={known[kind]} count={count} oldest={oldest_at} />
        ))}
      </ul>
    </Section>
  );
}

function QueueRow({ place, count, oldest }: { place: Place | undefined; count: number; oldest: string | null }) {
  if (!place) return null;
  return (
    <li>
      <Link to={place.to} search={place.search} className="flex items-center gap-4 px-4 py-3 text-sm hover:bg-hover">
        <span className="tnum w-8 text-right font-semibold text-lg">{count}</span>
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{place.title}</span>
          <span className="block text-muted text-xs">{place.lead}</span>
        </span>
        {oldest && (
          <span className="text-right text-faint text-xs max-sm:hidden">
            {t("oldest")} <Age at={oldest} />
          </span>
        )}
        <ChevronRight aria-hidden size={16} className="text-faint" />
      </Link>
    </li>
  );
}
