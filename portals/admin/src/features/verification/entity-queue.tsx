import { Age } from "@kit/format/date";
import { useList } from "@kit/table/use-list";
import { EmptyState } from "@kit/ui/empty-state";
import { Section } from "@kit/ui/section";
import { TextLink } from "@kit/ui/text-link";
import { BadgeCheck } from "lucide-react";
import type { EntityRow } from "@/api/platform-types";
import { t } from "@/i18n/t";

const WAITING = { status: "in_review", sort: "submitted_at", order: "asc", limit: 8 };

/** Businesses that wait for a person, the longest waiting on top. */
export function EntityQueue() {
  const { data } = useList<EntityRow>("platform/seller-entities", WAITING);
  if (!data) return null;
  return (
    <Section title={t("Waiting to be verified")} flush>
      {data.rows.length === 0 && (
        <EmptyState icon={BadgeCheck} title={t("Nothing waits")}>
          {t("An application comes here after its automatic checks.")}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {data.rows.map((entity) => (
          <li key={entity.id} className="flex items-center justify-between gap-3 px-4 py-2.5 text-sm">
            <span className="min-w-0">
              <TextLink to={`/verification/${entity.id}`}>{entity.legal_name}</TextLink>
              <span className="block truncate text-muted text-xs">{entity.brand?.name}</span>
            </span>
            <span className="text-right text-xs">
              <span className="tnum block">{checksText(entity)}</span>
              <span className="text-faint">
                <Age at={entity.submitted_at} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export const checksText = ({ requirements_passed: done, requirements_total: all }: EntityRow) =>
  t("{done} of {all} in order", { done, all });
