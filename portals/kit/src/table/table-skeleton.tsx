import { t } from "@kit/i18n/t";
import { Line } from "@kit/ui/skeleton";

const WIDTHS = ["w-40", "w-32", "w-44", "w-36", "w-40", "w-28", "w-44", "w-36"];

export function TableSkeleton() {
  return (
    <div role="status" aria-label={t("Loading")}>
      {WIDTHS.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={index} className="flex h-12 items-center justify-between gap-6 border-line border-b px-4">
          <Line width={width} />
          <Line width="w-20 max-sm:hidden" />
          <Line width="w-16" />
        </div>
      ))}
    </div>
  );
}
