import { http } from "@kit/http/client";
import { saveText } from "@kit/http/save";
import { Button } from "@kit/ui/button";
import { toastDone, toastProblem } from "@kit/ui/toast";
import { Download } from "lucide-react";
import { useState } from "react";
import { t } from "@/i18n/t";

/** The whole report as a file for a spreadsheet. That it was taken is an entry of the log. */
export function DownloadReport({ code, month }: { code: string; month: string }) {
  const [running, setRunning] = useState(false);
  const take = async () => {
    setRunning(true);
    try {
      const { data } = await http.post<{ name: string; csv: string }>(`admin/reports/${code}/files`, { month });
      saveText(data.name, data.csv);
      toastDone(t("Saved"));
    } catch (problem) {
      toastProblem(problem);
    }
    setRunning(false);
  };
  return (
    <Button isPending={running} onPress={take}>
      <Download aria-hidden size={16} />
      {t("Export CSV")}
    </Button>
  );
}
