import { dateText } from "@kit/format/date";
import { CheckItem } from "@kit/ui/check-list";
import { checkText } from "@kit/ui/check-text";
import { KeyValues } from "@kit/ui/key-values";
import { Section } from "@kit/ui/section";
import type { Seller } from "@/api/types";
import { t } from "@/i18n/t";

export function SellerFacts({ seller }: { seller: Seller }) {
  const frozen = frozenGaps(seller);
  return (
    <Section title={t("Business")}>
      <KeyValues
        rows={[
          [t("Legal name"), seller.legal_name],
          [t("PAN"), seller.pan_masked],
          [t("GSTIN"), seller.gstin],
          [t("State"), seller.state_name],
          seller.linked_account_reason && [t("Payment account"), seller.linked_account_reason],
          frozen && [t("Payouts"), t("On hold until {date}: {reason}", frozen)],
          [t("Picked up at"), seller.pickup_address],
          [t("Owner"), seller.owner?.name],
          [t("E-mail"), seller.owner?.email],
          [t("Phone"), seller.owner?.phone],
        ]}
      />
      {seller.description && <p className="mt-4 text-muted text-sm">{seller.description}</p>}
    </Section>
  );
}

/** Until when and why payouts wait, while they do. */
function frozenGaps({ payouts_frozen_until: until, payouts_frozen_reason: reason }: Seller) {
  return until && Date.parse(until) > Date.now() ? { date: dateText(until), reason } : undefined;
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
