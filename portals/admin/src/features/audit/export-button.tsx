import { http } from "@kit/http/client";
import { saveText } from "@kit/http/save";
import type { ListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { toastDone, toastProblem } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { t } from "@/i18n/t";

interface File {
  name: string;
  csv: string;
  rows: number;
  is_cut: boolean;
}

/** Exactly the filtered log as a file for a spreadsheet. That it was taken is an entry of the log. */
export function ExportButton({ path, list }: { path: string; list: ListState }) {
  const [running, setRunning] = useState(false);
  const queries = useQueryClient();
  const take = async () => {
    setRunning(true);
    const { page: _page, sort: _sort, order: _order, hide: _hide, ...filters } = list.search;
    const asked = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
    try {
      const { data } = await http.post<File>(`${path}/exports`, asked);
      saveText(data.name, data.csv);
      toastDone(
        data.is_cut ? t("Saved the newest {count}. Narrow the dates for the rest.", { count: data.rows }) : t("Saved"),
      );
      void queries.invalidateQueries({ queryKey: [path] });
    } catch (problem) {
      toastProblem(problem);
    }
    setRunning(false);
  };
  return (
    <Button size="sm" isPending={running} onPress={take}>
      <Download aria-hidden size={14} />
      {t("Export CSV")}
    </Button>
  );
}
