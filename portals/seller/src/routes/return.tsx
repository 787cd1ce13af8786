import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { momentText } from "@kit/format/date";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { TextLink } from "@kit/ui/text-link";
import { ReturnActions } from "@/features/returns/return-actions";
import { ReturnLines } from "@/features/returns/return-lines";
import { ReturnState } from "@/features/returns/return-state";
import type { Returned } from "@/features/returns/types";
import { kindText } from "@/features/returns/words";
import { t } from "@/i18n/t";

export function ReturnPage() {
  const query = useResource<Returned>(`seller/returns/${useParam("number")}`);
  return (
    <Loaded query={query} cards={2}>
      {(row) => (
        <>
          <PageHeader
            title={row.number}
            badge={<ReturnState of={row} />}
            lead={kindText(row.kind)}
            back={{ to: "/returns", label: t("Returns") }}
            actions={<ReturnActions of={row} />}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <Section title={t("Goods")} flush>
              <ReturnLines lines={row.lines} />
            </Section>
            <Section title={t("What was said")}>
              <KeyValues
                rows={[
                  [
                    t("Order"),
                    <TextLink key="order" to={`/orders/${row.part}`}>
                      {row.part}
                    </TextLink>,
                  ],
                  [t("Asked"), momentText(row.requested_at)],
                  row.status === "requested" && [t("Answer by"), momentText(row.answer_by)],
                  row.note && [t("The customer says"), row.note],
                  row.answer && [t("Answer"), row.answer],
                  row.refund && [t("Refund"), row.refund.text],
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </Loaded>
  );
}
