import { Button } from "@kit/ui/button";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import { inputClass, labelClass } from "@kit/ui/label";
import { Notice } from "@kit/ui/notice";
import { clsx } from "clsx";
import { type ChangeEvent, useState } from "react";
import { t, tn } from "@/i18n/t";
import { type PastedRow, readNamed } from "./paste";

const FILE_BYTES_MAX = 2_000_000;

interface PasteDialogProps {
  put: (rows: PastedRow[]) => { changed: number; unknown: string[] };
  onClose: () => void;
}

/** Rows from a spreadsheet or a file, matched by SKU. They fill the grid; nothing is saved here. */
export function PasteDialog({ put, onClose }: PasteDialogProps) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const [unknown, setUnknown] = useState<string[]>();
  const fill = () => {
    const read = readNamed(text);
    if (read.problem) return setProblem(problems()[read.problem]);
    const done = put(read.rows);
    if (done.unknown.length === 0) return onClose();
    setUnknown(done.unknown);
  };
  const onFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    if (file.size > FILE_BYTES_MAX) return setProblem(t("This file is too large; 2 MB is the most."));
    setProblem("");
    setText(await file.text());
  };
  return (
    <Dialog title={t("From a spreadsheet")} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-muted text-sm">
          {t(
            "The first row names the columns: SKU, and any of Price, MRP, On hand, Handling days, Status. Nothing is saved yet.",
          )}
        </p>
        <label className="flex flex-col gap-1.5">
          <span className={labelClass}>{t("A CSV file")}</span>
          <input type="file" accept=".csv,.tsv,.txt,text/csv" onChange={onFile} className="text-sm" />
        </label>
        <label className="flex flex-col gap-1.5">
          <span className={labelClass}>{t("Or paste the rows here")}</span>
          <textarea
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setProblem("");
            }}
            rows={7}
            spellCheck={false}
            className={clsx(inputClass, "py-2 font-mono sm:text-xs")}
            placeholder={"SKU\tPrice\tOn hand"}
          />
        </label>
        {problem && <Notice tone="bad" alert title={problem} />}
        {unknown && (
          <Notice
            tone="warn"
            alert
            title={tn(
              "{count} SKU is not among your offers.",
              "{count} SKUs are not among your offers.",
              unknown.length,
            )}
          >
            {unknown.slice(0, 12).join(", ")}
            {unknown.length > 12 && " …"}
          </Notice>
        )}
        <DialogFooter>
          <Button onPress={onClose}>{unknown ? t("See the others in the grid") : t("Cancel")}</Button>
          {!unknown && (
            <Button look="solid" onPress={fill} isDisabled={text.trim() === ""}>
              {t("Fill the grid")}
            </Button>
          )}
        </DialogFooter>
      </div>
    </Dialog>
  );
}

const problems = () => ({
  empty: t("There are no rows below the names of the columns."),
  no_sku: t("No column is called SKU."),
  no_column: t("No column can be changed here: name one Price, MRP, On hand, Handling days or Status."),
});
