import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import { Button } from "@kit/ui/button";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { useState } from "react";
import { Holds } from "@/features/payouts/holds";
import { PayoutPlaces } from "@/features/payouts/payout-places";
import { PlanDialog } from "@/features/payouts/plan-dialog";
import { planText } from "@/features/payouts/plan-words";
import { SellerPlans } from "@/features/payouts/seller-plans";
import type { BrandPlan } from "@/features/payouts/types";
import { railText } from "@/features/payouts/words";
import { t } from "@/i18n/t";

/** When and how sellers are paid, and who waits. */
export function PayoutPlans() {
  const query = useResource<BrandPlan>("admin/payout-plan");
  const [open, setOpen] = useState(false);
  const may = useCan("settings.edit");
  return (
    <>
      <PageHeader title={t("Plans and holds")} lead={t("When sellers are paid, how, and who has to wait.")} />
      <PayoutPlaces />
      <Loaded query={query} cards={2} below>
        {(plan) => (
          <div className="flex flex-col gap-4">
            <Section
              title={t("The brand's plan")}
              aside={
                may && (
                  <Button size="sm" onPress={() => setOpen(true)}>
                    {t("Change")}
                  </Button>
                )
              }
            >
              <KeyValues
                rows={[
                  [t("When"), planText(plan)],
                  [t("Money that is not on hold"), railText(plan.off_rail)],
                  [t("Second person for runs above"), plan.second_person?.text ?? t("Nobody else is asked")],
                  [t("Second person for adjustments above"), plan.adjustment_alone?.text ?? t("Nobody else is asked")],
                ]}
              />
            </Section>
            <SellerPlans brandPlan={plan} />
            <Holds />
            {open && (
              <PlanDialog
                title={t("The brand's plan")}
                path="admin/payout-plan"
                plan={plan}
                ofBrand
                onClose={() => setOpen(false)}
              />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}
