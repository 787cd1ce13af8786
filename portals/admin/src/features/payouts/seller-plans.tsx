import { useCan } from "@kit/auth/use-can";
import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { useList } from "@kit/table/use-list";
import { Button } from "@kit/ui/button";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { Select } from "@kit/ui/select";
import { useState } from "react";
import { t } from "@/i18n/t";
import { PlanDialog } from "./plan-dialog";
import { planText } from "./plan-words";
import type { BrandPlan, SellerPlan } from "./types";
import { useSellers } from "./use-sellers";

/** Sellers who are paid by a plan of their own. */
export function SellerPlans({ brandPlan }: { brandPlan: BrandPlan }) {
  const query = useList<SellerPlan>("admin/payout-plans", { limit: 100 });
  const sellers = useSellers();
  const [edited, setEdited] = useState("");
  const may = useCan("settings.edit");
  const { run } = useAct((id: string) => http.delete(`admin/payout-plans/${id}`), t("The brand's plan counts again"));
  const rows = query.data?.rows ?? [];
  const without = sellers.options.filter(({ value }) => !rows.some(({ seller_id }) => seller_id === value));
  return (
    <Section
      title={t("Sellers with a plan of their own")}
      aside={
        may &&
        (without.length > 0 || sellers.source.data === undefined) && (
          <div className="w-52">
            <Select
              label={t("Give a seller a plan of its own")}
              hideLabel
              value=""
              placeholder={t("Choose a seller")}
              onChange={setEdited}
              options={without}
              source={sellers.source}
            />
          </div>
        )
      }
      flush
    >
      <Loaded query={query} flush>
        {({ rows: found }) => (
          <ul className="divide-y divide-line">
            {found.length === 0 && (
              <li className="px-4 py-3 text-muted text-sm">{t("Everybody is paid by the brand's plan.")}</li>
            )}
            {found.map((plan) => (
              <li key={plan.seller_id} className="flex flex-wrap items-start justify-between gap-3 px-4 py-3 text-sm">
                <span className="min-w-0">
                  <span className="block font-medium">{plan.seller}</span>
                  <span className="block text-muted text-xs">{planText(plan)}</span>
                </span>
                {may && (
                  <span className="flex gap-1">
                    <Button size="sm" onPress={() => setEdited(plan.seller_id)}>
                      {t("Change")}
                    </Button>
                    <Button size="sm" look="danger" onPress={() => run(plan.seller_id)}>
                      {t("Remove")}
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {edited && (
        <PlanDialog
          title={sellers.options.find(({ value }) => value === edited)?.label ?? t("Plan")}
          path={`admin/payout-plans/${edited}`}
          plan={rows.find(({ seller_id }) => seller_id === edited) ?? brandPlan}
          ofBrand={false}
          onClose={() => setEdited("")}
        />
      )}
    </Section>
  );
}
