import { lastMonth, months } from "@kit/format/months";
import { useList } from "@kit/table/use-list";
import { fed, named } from "@kit/ui/choices";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Select } from "@kit/ui/select";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { CommissionRule } from "@/api/types";
import { RuleFields } from "@/features/commission/rule-fields";
import { EMPTY, type Values } from "@/features/commission/rule-form";
import { useWhatIf } from "@/features/commission/use-what-if";
import { WhatIfResult } from "@/features/commission/what-if-result";
import { t } from "@/i18n/t";

const NONE = "none";

export function WhatIfPage() {
  const form = useForm<Values>({ defaultValues: EMPTY });
  const [month, setMonth] = useState(lastMonth());
  const [without, setWithout] = useState(NONE);
  const query = useWhatIf(month, form.watch(), without === NONE ? [] : [without]);
  const rules = fed(useList<CommissionRule>("admin/commission/rules", { limit: 100 }), ({ rows }) => [
    { value: NONE, label: t("Keep them all") },
    ...named(rows),
  ]);
  return (
    <>
      <PageHeader
        title={t("What if")}
        lead={t("A past month charged again by other rules. Nothing is written and nobody is charged.")}
        back={{ to: "/commission", label: t("Commission") }}
      />
      <div className="grid gap-4 lg:grid-cols-[22rem_minmax(0,1fr)] lg:items-start">
        <Section title={t("The rules")}>
          <div className="flex flex-col gap-4">
            <Select label={t("Month")} value={month} onChange={setMonth} options={months()} />
            <Select label={t("Without the rule")} value={without} onChange={setWithout} {...rules} />
            <p className="text-muted text-sm">{t("With this rule; one of the same name is replaced by it.")}</p>
            <form onSubmit={(event) => event.preventDefault()}>
              <RuleFields form={form} />
            </form>
          </div>
        </Section>
        <div className="flex min-w-0 flex-col gap-4" aria-live="polite" aria-busy={query.isFetching}>
          <Loaded query={query} cards={2} below>
            {(found) => <WhatIfResult found={found} />}
          </Loaded>
        </div>
      </div>
    </>
  );
}
