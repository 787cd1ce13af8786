import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { momentText } from "@kit/format/date";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Codes } from "@/features/promotions/codes";
import { Moves } from "@/features/promotions/moves";
import { payer } from "@/features/promotions/promotion-columns";
import { PromotionStatus } from "@/features/promotions/promotion-status";
import type { Promotion } from "@/features/promotions/types";
import { UsageBar } from "@/features/promotions/usage-bar";
import { t } from "@/i18n/t";

/** One promotion: its terms, what it cost whom, and its codes. */
export function PromotionPage() {
  const query = useResource<Promotion>(`admin/promotions/${useParam("id")}`);
  return (
    <Loaded query={query} cards={2}>
      {(promotion) => (
        <>
          <PageHeader
            title={promotion.name}
            badge={<PromotionStatus status={promotion.status} />}
            lead={promotion.sentence}
            back={{ to: "/promotions", label: t("Promotions") }}
            actions={<Moves promotion={promotion} />}
          />
          <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
            <Terms promotion={promotion} />
            <Cost promotion={promotion} />
            {promotion.needs_code && <Codes id={promotion.id} isOpen={promotion.status !== "ended"} />}
          </div>
        </>
      )}
    </Loaded>
  );
}

function Terms({ promotion }: { promotion: Promotion }) {
  const { starts_at, ends_at, first_order_only, is_exclusive, uses_per_customer, priority } = promotion;
  return (
    <Section title={t("Terms")}>
      <KeyValues
        rows={[
          [t("From"), momentText(starts_at)],
          [t("Until"), ends_at ? momentText(ends_at) : t("open")],
          [t("For whom"), first_order_only ? t("First order only") : t("Everybody")],
          [t("Uses by one customer"), uses_per_customer ? String(uses_per_customer) : t("no limit")],
          [
            t("With others"),
            is_exclusive ? t("Not together with others") : t("Together, priority {priority}", { priority }),
          ],
          [t("Paid by"), payer(promotion)],
        ]}
      />
    </Section>
  );
}

function Cost({ promotion }: { promotion: Promotion }) {
  const { uses, uses_max, spent, budget, paid_by_brand, paid_by_sellers } = promotion;
  return (
    <Section title={t("Use and cost")}>
      <div className="mb-4 grid gap-4 sm:grid-cols-2">
        <UsageBar
          label={t("Uses")}
          used={uses}
          most={uses_max}
          text={uses_max ? t("{uses} of {most} uses", { uses, most: uses_max }) : t("{uses} uses", { uses })}
        />
        <UsageBar
          label={t("Budget")}
          used={spent.minor}
          most={budget?.minor ?? null}
          text={
            budget
              ? t("{spent} of {budget} given", { spent: spent.text, budget: budget.text })
              : t("{spent} given", { spent: spent.text })
          }
        />
      </div>
      <KeyValues
        rows={[
          [t("Paid by the brand"), paid_by_brand.text],
          [t("Paid by sellers"), paid_by_sellers.text],
        ]}
      />
    </Section>
  );
}
