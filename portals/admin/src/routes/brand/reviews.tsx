import { useResource } from "@kit/app/use-resource";
import { FilterTabs } from "@kit/table/filter-tabs";
import { Queue } from "@kit/table/queue";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Star } from "lucide-react";
import { useState } from "react";
import type { ReviewCounts } from "@/api/reviews";
import { useQueueKeys } from "@/features/moderation/use-queue-keys";
import { HideDialog } from "@/features/reviews/hide-dialog";
import { ReviewItem } from "@/features/reviews/review-item";
import type { Review } from "@/features/reviews/types";
import { useDecide } from "@/features/reviews/use-decide";
import { t } from "@/i18n/t";

/** What buyers say, what waits for a look, and what was reported; one by one or many at once. */
export function Reviews() {
  const list = useListState();
  const counts = useResource<ReviewCounts>("admin/reviews/counts");
  const query = useList<Review>("admin/reviews", { ...list.query, tab: list.search.tab || "pending" });
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const [hiding, setHiding] = useState<{ rows: Review[]; verb: "hide" | "hide_reply" }>();
  const { decide, deciding } = useDecide();
  const rows = query.data?.rows ?? [];
  const picked = rows.filter(({ id }) => chosen[id]);
  const publish = (some: Review[]) => {
    if (some.length > 0 && !deciding) decide({ ids: some.map(({ id }) => id), verb: "publish" });
    setChosen({});
  };
  const choose = ({ id }: Review) => setChosen((before) => ({ ...before, [id]: !before[id] }));
  const { here, setPlace } = useQueueKeys(rows, {
    yes: (row) => publish([row]),
    no: (row) => setHiding({ rows: [row], verb: "hide" }),
    choose,
  });
  return (
    <>
      <PageHeader
        title={t("Reviews")}
        lead={t("Good and bad ones alike are shown. Keys: j and k walk, a publishes, r hides, x chooses.")}
      />
      <FilterTabs
        label={t("What waits")}
        list={list}
        name="tab"
        tabs={[
          { value: "", label: t("Waits"), count: counts.data?.pending },
          { value: "reported", label: t("Reported"), count: counts.data?.reported },
          { value: "published", label: t("Shown") },
          { value: "hidden", label: t("Hidden") },
          { value: "all", label: t("All") },
        ]}
      />
      <div className="mb-3">
        <SearchBox list={list} label={t("Words, product or seller")} />
      </div>
      <Queue
        label={t("Reviews")}
        query={query}
        list={list}
        chosen={picked.length}
        bulk={
          <>
            <Button size="sm" look="solid" isPending={deciding} onPress={() => publish(picked)}>
              {t("Publish all")}
            </Button>
            <Button size="sm" onPress={() => setHiding({ rows: picked, verb: "hide" })}>
              {t("Hide")}
            </Button>
          </>
        }
        clear={() => setChosen({})}
        empty={
          <EmptyState icon={Star} title={t("No reviews here")}>
            {t("What waits for a look or was reported comes here, the longest waiting first.")}
          </EmptyState>
        }
      >
        {(review, place) => (
          <ReviewItem
            key={review.id}
            review={review}
            isHere={place === here}
            isChosen={!!chosen[review.id]}
            deciding={deciding}
            onFocus={() => setPlace(place)}
            onChoose={() => choose(review)}
            onDecide={(verb) =>
              verb === "hide" || verb === "hide_reply"
                ? setHiding({ rows: [review], verb })
                : decide({ ids: [review.id], verb })
            }
          />
        )}
      </Queue>
      {hiding && (
        <HideDialog
          {...hiding}
          onSend={(wish) => {
            decide(wish);
            setChosen({});
          }}
          onClose={() => setHiding(undefined)}
        />
      )}
    </>
  );
}
