import { stateName } from "@kit/format/indian-states";
import { KeyValues } from "@kit/ui/key-values";
import { Section } from "@kit/ui/section";
import type { Entity } from "@/api/platform-types";
import { t } from "@/i18n/t";

export function EntityFacts({ entity }: { entity: Entity }) {
  const { bank } = entity;
  return (
    <Section title={t("Business")}>
      <KeyValues
        rows={[
          [t("Legal name"), entity.legal_name],
          [t("Trades as"), entity.trade_name],
          [t("Applied on"), entity.brands.map(({ name }) => name).join(", ")],
          [t("PAN"), entity.pan_masked],
          [t("GSTIN"), entity.gstin],
          [t("Address"), [entity.address, `${entity.city} ${entity.pin}`].filter((part) => part.trim()).join(", ")],
          [t("State"), stateName(entity.state)],
          [t("Account holder"), bank.holder],
          [t("Account"), bank.account_masked],
          [t("IFSC"), bank.ifsc],
          [t("Owner"), entity.owner.name],
          [t("E-mail"), entity.owner.email],
          [t("Phone"), entity.owner.phone],
        ]}
      />
    </Section>
  );
}
