import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { ROWS_A_PAGE } from "./use-list-state";

interface PagerProps {
  page: number;
  total: number;
  onPage: (page: number) => void;
}

export function Pager({ page, total, onPage }: PagerProps) {
  if (total === 0) return null;
  const last = Math.ceil(total / ROWS_A_PAGE);
  const from = (page - 1) * ROWS_A_PAGE + 1;
  const to = Math.min(total, page * ROWS_A_PAGE);
  return (
    <div className="flex items-center justify-between gap-3 border-line border-t px-4 py-1.5 text-muted text-xs">
      <p role="status" className="tnum">
        {t("{from}–{to} of {total}", { from, to, total })}
      </p>
      {last > 1 && (
        <div className="flex gap-1">
          <Button
            look="quiet"
            size="icon"
            aria-label={t("Previous page")}
            isDisabled={page <= 1}
            onPress={() => onPage(page - 1)}
          >
            <ChevronLeft aria-hidden size={16} />
          </Button>
          <Button
            look="quiet"
            size="icon"
            aria-label={t("Next page")}
            isDisabled={page >= last}
            onPress={() => onPage(page + 1)}
          >
            <ChevronRight aria-hidden size={16} />
          </Button>
        </div>
      )}
    </div>
  );
}
