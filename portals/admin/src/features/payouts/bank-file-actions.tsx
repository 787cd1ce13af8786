import { useCan } from "@kit/auth/use-can";
import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { saveText } from "@kit/http/save";
import { Button } from "@kit/ui/button";
import { toastDone, toastProblem } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { Download, Upload } from "lucide-react";
import { useState } from "react";
import { minLength, object, pipe, string } from "valibot";
import { t } from "@/i18n/t";

interface Answered {
  paid: number;
  failed: number;
  known: number;
  problems: string[];
}

/** Taking the file, which the log notes, and reading the bank's answer to it. */
export function BankFileActions({ fileId, onAnswer }: { fileId: string; onAnswer: (answered: Answered) => void }) {
  const [open, setOpen] = useState(false);
  const [running, setRunning] = useState(false);
  const queries = useQueryClient();
  if (!useCan("payouts.run")) return null;
  const take = async () => {
    setRunning(true);
    try {
      const { data } = await http.post<{ name: string; csv: string }>(`admin/bank-files/${fileId}/file`, {});
      saveText(data.name, data.csv);
      toastDone(t("Saved. That you took it is noted"));
      await queries.invalidateQueries();
    } catch (problem) {
      toastProblem(problem);
    }
    setRunning(false);
  };
  return (
    <>
      <Button isPending={running} onPress={take}>
        <Download aria-hidden size={16} />
        {t("Take the file")}
      </Button>
      <Button look="solid" onPress={() => setOpen(true)}>
        <Upload aria-hidden size={16} />
        {t("Bank's answer")}
      </Button>
      {open && (
        <ActDialog
          title={t("Bank's answer")}
          consequence={t(
            "Choose the bank's answer file, or paste what is in it. Paid lines are booked; what failed is in the seller's balance again and goes with the next payout.",
          )}
          values={{ csv: "" }}
          schema={object({ csv: pipe(string(), minLength(1, t("Choose a file or paste its lines."))) })}
          fields={(form) => (
            <>
              <input
                type="file"
                accept=".csv,.txt,text/csv"
                aria-label={t("Answer file")}
                className="text-sm"
                onChange={async ({ target }) => {
                  const file = target.files?.[0];
                  if (file) form.setValue("csv", await file.text(), { shouldValidate: true });
                }}
              />
              <TextField form={form} name="csv" label={t("Lines of the answer")} rows={6} />
            </>
          )}
          label={t("Read the answer")}
          send={async ({ csv }) => {
            const { data } = await http.post<Answered>(`admin/bank-files/${fileId}/answer`, { csv });
            onAnswer(data);
          }}
          doneText={t("The answer is read")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
