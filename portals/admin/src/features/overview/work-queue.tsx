import { EmptyState } from "@kit/ui/empty-state";
import { Section } from "@kit/ui/section";
import { Link } from "@tanstack/react-router";
import { ChevronRight, CircleCheck } from "lucide-react";
import { t } from "@/i18n/t";
import { useWaiting } from "./use-waiting";

interface Work {
  count: number | undefined;
  title: string;
  lead: string;
  to: string;
  search?: Record<string, string>;
}

function useWork(): Work[] {
  const { sellers, products, payouts } = useWaiting();
  return [
    {
      count: sellers,
      title: t("Sellers to approve"),
      lead: t("Verified by the platform; you decide who sells here."),
      to: "/sellers",
      search: { status: "applied" },
    },
    {
      count: products,
      title: t("Products to review"),
      lead: t("Proposed by sellers, not yet seen by customers."),
      to: "/moderation",
    },
    {
      count: payouts,
      title: t("Payouts to come"),
      lead: t("Sent when the return window has closed; sellers wait for this."),
      to: "/payouts",
    },
  ];
}

export function WorkQueue() {
  const waiting = useWork().filter(({ count }) => count);
  return (
    <Section title={t("Waiting for you")} flush>
      {waiting.length === 0 && (
        <EmptyState icon={CircleCheck} title={t("Nothing waits")}>
          {t("Applications, products and payouts appear here when they need a person.")}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {waiting.map(({ count, title, lead, to, search }) => (
          <li key={to}>
            <Link to={to} search={search as never} className="flex items-center gap-4 px-4 py-3 text-sm hover:bg-hover">
              <span className="tnum w-8 text-right font-semibold text-lg">{count}</span>
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{title}</span>
                <span className="block text-muted text-xs">{lead}</span>
              </span>
              <ChevronRight aria-hidden size={16} className="text-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
