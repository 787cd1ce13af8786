import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import { FilterTabs } from "@kit/table/filter-tabs";
import { Queue } from "@kit/table/queue";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { CheckCheck } from "lucide-react";
import { useState } from "react";
import type { QueueCounts } from "@/api/moderation";
import { QueueItem } from "@/features/moderation/queue-item";
import { RejectDialog } from "@/features/moderation/reject-dialog";
import { type QueueRow, yes } from "@/features/moderation/types";
import { useDecide } from "@/features/moderation/use-decide";
import { useQueueKeys } from "@/features/moderation/use-queue-keys";
import { t } from "@/i18n/t";

/** What sellers propose and change, to be agreed to or sent back; many at once, and to be taken back for a while. */
export function Moderation() {
  const list = useListState();
  const mayDecide = useCan("products.decide");
  const counts = useResource<QueueCounts>("admin/moderation/counts");
  const query = useList<QueueRow>("admin/moderation", list.query);
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const [back, setBack] = useState<QueueRow[]>([]);
  const { decide, deciding } = useDecide();
  const rows = query.data?.rows ?? [];
  const picked = rows.filter(({ id }) => chosen[id]);
  const agree = (some: QueueRow[]) => {
    const able = some.filter((row) => row.actions.includes(yes(row)));
    if (mayDecide && able.length > 0 && !deciding) decide(able.map((row) => ({ id: row.id, verb: yes(row) })));
    setChosen({});
  };
  const sendBack = (some: QueueRow[]) => {
    const able = some.filter(({ actions }) => actions.includes("reject") || actions.includes("reject_change"));
    if (mayDecide) setBack(able);
  };
  const choose = ({ id }: QueueRow) => setChosen((before) => ({ ...before, [id]: !before[id] }));
  const { here, setPlace } = useQueueKeys(rows, {
    yes: (row) => agree([row]),
    no: (row) => sendBack([row]),
    choose,
  });
  return (
    <>
      <PageHeader
        title={t("Moderation")}
        lead={t("The shop shows the old until you agree. Keys: j and k walk, a agrees, r sends back, x chooses.")}
      />
      <FilterTabs
        label={t("What waits")}
        list={list}
        name="tab"
        tabs={[
          { value: "", label: t("New products"), count: counts.data?.proposed },
          { value: "changes", label: t("Edits"), count: counts.data?.changes },
          { value: "rejected", label: t("Sent back") },
        ]}
      />
      <div className="sticky top-0 z-10 mb-3 flex flex-wrap items-center gap-2 bg-canvas py-2">
        <SearchBox list={list} label={t("Name of the product")} />
      </div>
      <Queue
        label={t("What waits")}
        query={query}
        list={list}
        chosen={picked.length}
        bulk={
          <>
            <Button size="sm" look="solid" isPending={deciding} onPress={() => agree(picked)}>
              {t("Agree to all")}
            </Button>
            <Button size="sm" onPress={() => sendBack(picked)}>
              {t("Send back")}
            </Button>
          </>
        }
        clear={() => setChosen({})}
        empty={
          <EmptyState icon={CheckCheck} title={t("Nothing waits")}>
            {t("New products and edits of sellers come here, the longest waiting first.")}
          </EmptyState>
        }
      >
        {(row, place) => (
          <QueueItem
            key={row.id}
            row={row}
            isHere={place === here}
            isChosen={!!chosen[row.id]}
            mayDecide={mayDecide}
            deciding={deciding}
            onFocus={() => setPlace(place)}
            onChoose={() => choose(row)}
            onYes={() => agree([row])}
            onNo={() => sendBack([row])}
          />
        )}
      </Queue>
      {back.length > 0 && (
        <RejectDialog
          rows={back}
          reasons={counts.data?.reasons ?? {}}
          onSend={(wishes) => {
            decide(wishes);
            setChosen({});
          }}
          onClose={() => setBack([])}
        />
      )}
    </>
  );
}
