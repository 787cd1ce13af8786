import { t } from "@kit/i18n/t";
import { Notice } from "@kit/ui/notice";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/** What the server refused about the whole form. */
export function FormError<Values extends FieldValues>({ form }: { form: UseFormReturn<Values> }) {
  const root = form.formState.errors.root;
  if (!root?.message) return null;
  return (
    <Notice tone="bad" alert title={root.message}>
      {root.type && <span className="text-muted text-xs">{t("Code for support: {id}", { id: root.type })}</span>}
    </Notice>
  );
}
