import { months } from "@kit/format/months";
import type { ListState } from "@kit/table/use-list-state";
import { Select } from "@kit/ui/select";
import { t } from "@/i18n/t";

const ALL = "all";

/** The month of issue, in the address. */
export function MonthFilter({ list }: { list: ListState }) {
  return (
    <div className="w-44">
      <Select
        label={t("Month")}
        hideLabel
        value={list.search.month ?? ALL}
        onChange={(chosen) => list.set({ month: chosen === ALL ? undefined : chosen })}
        options={[{ value: ALL, label: t("All months") }, ...months()]}
      />
    </div>
  );
}
