import { useResource } from "@kit/app/use-resource";
import { useAct } from "@kit/form/use-act";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { KeyValues } from "@kit/ui/key-values";
import { Section } from "@kit/ui/section";
import type { Shop } from "@/api/types";
import { t } from "@/i18n/t";

/** The shop as it stands, with the switch for a vacation. */
export function ShopCard() {
  const { data: shop } = useResource<Shop>("seller/shop");
  const pause = useAct(() => call("POST", "seller/shop/vacation"), t("Your shop is closed for now"));
  const resume = useAct(() => call("DELETE", "seller/shop/vacation"), t("Your shop is open"));
  if (!shop) return null;
  return (
    <Section title={t("Your shop")} aside={shop.status === "paused" ? t("Closed for now") : undefined}>
      <KeyValues
        rows={[
          [t("Shop name"), shop.name],
          [t("Score"), `${shop.score} / 100`],
          [
            t("Payouts"),
            shop.linked_account_status === "activated" ? t("Ready") : shop.linked_account_reason || t("Not yet"),
          ],
        ]}
      />
      <div className="mt-4">
        {shop.actions.includes("pause") && (
          <Button size="sm" isPending={pause.running} onPress={() => pause.run(undefined)}>
            {t("Go on vacation")}
          </Button>
        )}
        {shop.actions.includes("resume") && (
          <Button size="sm" look="solid" isPending={resume.running} onPress={() => resume.run(undefined)}>
            {t("Open again")}
          </Button>
        )}
      </div>
    </Section>
  );
}
