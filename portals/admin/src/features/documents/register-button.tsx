import { SaveButton } from "@kit/files/save-button";
import { http } from "@kit/http/client";
import { saveText } from "@kit/http/save";
import { t } from "@/i18n/t";

/** The register of a month for a spreadsheet. That it was taken is an entry of the log. */
export function RegisterButton({ month, kind }: { month: string; kind: string }) {
  const save = async () => {
    const { data } = await http.post<{ name: string; csv: string; rows: number }>("admin/documents/register", {
      month,
      kind,
    });
    saveText(data.name, data.csv);
    return data.rows;
  };
  return <SaveButton label={t("Export CSV")} save={save} />;
}
