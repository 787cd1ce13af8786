import { FilterTabs } from "@kit/table/filter-tabs";
import { Pager } from "@kit/table/pager";
import { SearchBox } from "@kit/table/search-box";
import { TableSkeleton } from "@kit/table/table-skeleton";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { ErrorState } from "@kit/ui/error-state";
import { PageHeader } from "@kit/ui/page-header";
import { Select } from "@kit/ui/select";
import { ViewTabs } from "@kit/views/view-tabs";
import { Star } from "lucide-react";
import { ReviewItem } from "@/features/reviews/review-item";
import { StandingCard } from "@/features/reviews/standing-card";
import type { Review } from "@/features/reviews/types";
import { useUnanswered } from "@/features/reviews/use-standing";
import { t } from "@/i18n/t";

/** What buyers said of one's own parcels; answers are public. */
export function Reviews() {
  const list = useListState();
  const query = useList<Review>("seller/reviews", list.query);
  const rows = query.data?.rows ?? [];
  const stars = [5, 4, 3, 2, 1].map((n) => ({ value: String(n), label: `${n} ★` }));
  return (
    <>
      <PageHeader
        title={t("Reviews")}
        lead={t("What buyers say about what you sent them. Answer where it helps the next one.")}
      />
      <StandingCard />
      <ViewTabs path="seller/views" place="reviews" list={list} />
      <FilterTabs
        label={t("Reviews")}
        list={list}
        name="unanswered"
        tabs={[
          { value: "", label: t("All") },
          { value: "true", label: t("Unanswered"), count: useUnanswered() },
        ]}
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchBox list={list} label={t("Product or words")} />
        <Select
          label={t("Stars")}
          hideLabel
          value={list.search.stars ?? "all"}
          options={[{ value: "all", label: t("All stars") }, ...stars]}
          onChange={(value) => list.set({ stars: value === "all" ? undefined : value })}
        />
      </div>
      {query.error && !query.data && <ErrorState problem={query.error} retry={query.refetch} />}
      {!query.data && !query.error && <TableSkeleton />}
      {query.data && rows.length === 0 && (
        <div className="card">
          <EmptyState icon={Star} title={t("No reviews here")}>
            {t("Buyers can review what was delivered to them. New reviews are also sent to you by mail.")}
          </EmptyState>
        </div>
      )}
      <ol className="flex flex-col gap-3" aria-label={t("Reviews")} aria-busy={query.isFetching}>
        {rows.map((review) => (
          <ReviewItem key={review.id} review={review} />
        ))}
      </ol>
      {query.data && (
        <Pager page={list.page} total={query.data.total} onPage={(to) => list.set({ page: String(to) })} />
      )}
    </>
  );
}
