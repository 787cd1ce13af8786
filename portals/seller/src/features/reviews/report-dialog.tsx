import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { minLength, object, pipe, string } from "valibot";
import { t } from "@/i18n/t";
import type { Review } from "./types";

const causes = () => [
  { value: "not_about_product", label: t("It is not about the product") },
  { value: "abusive", label: t("It insults somebody") },
  { value: "personal_data", label: t("It shows personal data") },
  { value: "advertising", label: t("It is an advertisement") },
  { value: "untrue", label: t("It is not true") },
  { value: "other", label: t("Something else") },
];

export function ReportDialog({ review, onClose }: { review: Review; onClose: () => void }) {
  return (
    <ActDialog
      title={t("Report this review")}
      consequence={t("The brand looks at it and decides. A bad opinion alone is no reason to hide a review.")}
      values={{ cause: "", text: "" }}
      schema={object({ cause: pipe(string(), minLength(1, t("Choose a reason."))), text: string() })}
      fields={(form) => (
        <>
          <SelectField
            form={form}
            name="cause"
            label={t("Reason")}
            options={causes()}
            placeholder={t("Choose a reason.")}
          />
          <TextField form={form} name="text" label={t("What should the brand know?")} rows={3} maxLength={500} />
        </>
      )}
      label={t("Report")}
      send={(values, key) => http.post(`seller/reviews/${review.id}/reports`, values, key)}
      doneText={t("Reported. The brand looks at it.")}
      onClose={onClose}
    />
  );
}
