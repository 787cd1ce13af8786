import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { Gift } from "lucide-react";
import { useMemo } from "react";
import type { GiftCardRow } from "@/api/types";
import { cardColumns } from "@/features/giftcards/card-columns";
import { stateText } from "@/features/giftcards/card-status";
import { IssueCard } from "@/features/giftcards/issue-card";
import { t } from "@/i18n/t";

const STATES = ["active", "empty", "blocked", "expired"];

export function GiftCards() {
  const list = useListState();
  const query = useList<GiftCardRow>("admin/gift-cards", list.query);
  const columns = useMemo(cardColumns, []);
  const stand = useResource<{ are_on: boolean }>("admin/gift-cards/standing");
  const mayIssue = useCan("giftcards.issue");
  const tabs = STATES.map((value) => ({ value, label: stateText(value) }));
  return (
    <>
      <PageHeader
        title={t("Gift cards")}
        lead={t("They pay for what the brand itself sells. Mark its own seller on the seller's page.")}
        actions={mayIssue && stand.data?.are_on && <IssueCard />}
      />
      {stand.data && !stand.data.are_on && (
        <div className="mb-4">
          <Notice tone="warn" title={t("Gift cards are off for this brand.")}>
            {t(
              "In India a card that buys other sellers' goods is a prepaid instrument and needs the Reserve Bank's permission. So cards pay for the brand's own goods alone. Ask a lawyer and an accountant, then have the policy “gift_cards” turned on.",
            )}
          </Notice>
        </div>
      )}
      <FilterTabs label={t("State")} list={list} name="status" tabs={[{ value: "", label: t("All") }, ...tabs]} />
      <DataTable
        label={t("Gift cards")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Last four of the code")} />}
        empty={
          <EmptyState icon={Gift} title={t("No gift cards here")}>
            {t("A card that is issued stands here with what is left on it.")}
          </EmptyState>
        }
      />
    </>
  );
}
