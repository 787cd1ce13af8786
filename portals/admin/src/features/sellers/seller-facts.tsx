import { stateName } from "@kit/format/indian-states";
import { Amount } from "@kit/format/money";
import { CheckItem } from "@kit/ui/check-list";
import { checkText } from "@kit/ui/check-text";
import { KeyValues } from "@kit/ui/key-values";
import { Section } from "@kit/ui/section";
import type { Seller } from "@/api/types";
import { t } from "@/i18n/t";

export function SellerFacts({ seller }: { seller: Seller }) {
  return (
    <Section title={t("Business")}>
      <KeyValues
        rows={[
          [t("Legal name"), seller.legal_name],
          [t("PAN"), seller.pan_masked],
          [t("GSTIN"), seller.gstin],
          [t("State"), stateName(seller.state)],
          [t("Picked up at"), seller.pickup_address],
          [t("Owner"), seller.owner.name],
          [t("E-mail"), seller.owner.email],
          [t("Phone"), seller.owner.phone],
        ]}
      />
      {seller.description && <p className="mt-4 text-muted text-sm">{seller.description}</p>}
    </Section>
  );
}

export function SellerBalance({ balance }: { balance: Seller["balance"] }) {
  return (
    <Section title={t("Money")}>
      <KeyValues
        rows={[
          [t("On hold"), <Amount key="hold" value={balance.on_hold} />],
          [t("Scheduled"), <Amount key="scheduled" value={balance.scheduled} />],
          [t("Paid so far"), <Amount key="paid" value={balance.paid} />],
        ]}
      />
    </Section>
  );
}

export function SellerRequirements({ requirements }: { requirements: Seller["requirements"] }) {
  return (
    <Section title={t("Checked by the platform")} flush>
      <ul className="divide-y divide-line">
        {requirements.map(({ id, title, status, reason }) => (
          <CheckItem key={id} state={status} stateText={checkText(status)} title={title} note={reason} />
        ))}
      </ul>
    </Section>
  );
}
