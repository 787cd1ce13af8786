import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { Age, Day } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import type { Difference } from "@/api/types";
import { DifferenceActions } from "@/features/recon/difference-actions";
import { DifferenceState } from "@/features/recon/difference-state";
import { kinds } from "@/features/recon/kinds";
import { OwnerSelect } from "@/features/recon/owner-select";
import { TwoSides } from "@/features/recon/two-sides";
import { t } from "@/i18n/t";

export function DifferencePage() {
  const query = useResource<Difference>(`admin/recon/breaks/${useParam("id")}`);
  return (
    <Loaded query={query} cards={2}>
      {(found) => (
        <>
          <PageHeader
            title={kinds()[found.kind].name}
            badge={<DifferenceState state={found.state} byItself={found.resolved_by_itself} />}
            back={{ to: "/recon", label: t("Reconciliation") }}
            actions={<DifferenceActions difference={found} />}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
            <div className="flex min-w-0 flex-col gap-4">
              {found.state !== "resolved" && <Notice title={t("What to do")}>{kinds()[found.kind].help}</Notice>}
              {found.note && <Notice title={t("Note")}>{found.note}</Notice>}
              <TwoSides difference={found} />
            </div>
            <Section title={t("About it")}>
              <KeyValues
                rows={[
                  [t("Amount"), <Amount key="amount" value={found.amount} strong />],
                  [t("Number"), found.reference],
                  [t("Id"), found.subject],
                  [t("Looked after by"), <OwnerSelect key="owner" difference={found} />],
                  [t("Found"), <Age key="found" at={found.found_at} />],
                  [t("Last seen"), <Age key="seen" at={found.seen_at} />],
                  found.times > 1 && [t("Came back"), t("{count} times", { count: found.times - 1 })],
                  !!found.resolved_at && [t("Settled"), <Day key="end" at={found.resolved_at} />],
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </Loaded>
  );
}
