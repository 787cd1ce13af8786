import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { dateText } from "@kit/format/date";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import type { GiftCard } from "@/api/types";
import { CardActions } from "@/features/giftcards/card-actions";
import { CardStatus } from "@/features/giftcards/card-status";
import { Movements } from "@/features/giftcards/movements";
import { t } from "@/i18n/t";

export function GiftCardPage() {
  const query = useResource<GiftCard>(`admin/gift-cards/${useParam("id")}`);
  return (
    <Loaded query={query} cards={2}>
      {(card) => (
        <>
          <PageHeader
            title={`•••• ${card.last4}`}
            badge={<CardStatus status={card.status} />}
            back={{ to: "/gift-cards", label: t("Gift cards") }}
            actions={<CardActions card={card} />}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <Movements id={card.id} />
            <Section title={t("Gift card")}>
              <KeyValues
                rows={[
                  [t("Left"), card.balance.text],
                  card.held.minor > 0 && [t("Held by unpaid orders"), card.held.text],
                  [t("Issued with"), card.amount.text],
                  [t("Who paid for it"), card.funding === "bank" ? card.bank_reference : t("Gift of the brand")],
                  [t("Last day"), dateText(card.last_day)],
                  card.recipient && [t("For"), card.recipient],
                  card.message && [t("Message"), card.message],
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </Loaded>
  );
}
