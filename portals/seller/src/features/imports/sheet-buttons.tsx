import { SaveButton } from "@kit/files/save-button";
import { saveFrom, saveWritten } from "@kit/files/save-file";
import { usePlaces } from "@kit/files/use-places";
import { Button } from "@kit/ui/button";
import { Dialog } from "@kit/ui/dialog";
import { Select } from "@kit/ui/select";
import { FileDown } from "lucide-react";
import { useState } from "react";
import { t } from "@/i18n/t";

const ALL = "-";

/** Empty sheets to fill in, and all goods as a sheet to change and send back. */
export function SheetButtons() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onPress={() => setOpen(true)}>
        <FileDown aria-hidden size={14} />
        {t("Template and export")}
      </Button>
      {open && <SheetDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function SheetDialog({ onClose }: { onClose: () => void }) {
  const places = usePlaces("seller", { value: ALL, label: t("All") });
  const [category, setCategory] = useState(ALL);
  const slug = category === ALL ? "" : category;
  const template = (form: string) => async () => {
    await saveFrom("seller/imports/template", `template-${slug || "goods"}.${form}`, { category: slug, form });
    return undefined;
  };
  const goods = (format: string) => () => saveWritten("seller", "exports", { format, category: slug });
  return (
    <Dialog title={t("Template and export")} onClose={onClose}>
      <div className="flex flex-col gap-5">
        <Select label={t("Category")} value={category} onChange={setCategory} {...places} />
        <div>
          <p className="mb-2 text-sm">{t("An empty sheet with an example, to fill in.")}</p>
          <div className="flex flex-wrap gap-2">
            <SaveButton label={t("Template as XLSX")} save={template("xlsx")} />
            <SaveButton label={t("Template as CSV")} save={template("csv")} />
          </div>
        </div>
        <div>
          <p className="mb-2 text-sm">
            {t("Your goods as a sheet. Change it and send it back: what you leave as it is stays as it is.")}
          </p>
          <div className="flex flex-wrap gap-2">
            <SaveButton label={t("Goods as XLSX")} save={goods("xlsx")} />
            <SaveButton label={t("Goods as CSV")} save={goods("csv")} />
          </div>
        </div>
      </div>
    </Dialog>
  );
}
