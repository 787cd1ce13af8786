import { http, type Query } from "@kit/http/client";
import { saveText } from "@kit/http/save";
import { Button } from "@kit/ui/button";
import { toastDone, toastProblem } from "@kit/ui/toast";
import { Download } from "lucide-react";
import { useState } from "react";
import { t } from "@/i18n/t";

/** What is on the screen as a file for a spreadsheet. */
export function SaveCsv({ path, query }: { path: string; query?: Query }) {
  const [running, setRunning] = useState(false);
  const take = async () => {
    setRunning(true);
    try {
      const { data } = await http.get<{ name: string; csv: string }>(path, query);
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
