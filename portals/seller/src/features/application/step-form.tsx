import { FormError } from "@kit/form/form-error";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { INDIAN_STATES } from "@kit/format/indian-states";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import type { UseFormReturn } from "react-hook-form";
import type { Application } from "@/api/types";
import { t } from "@/i18n/t";
import { type ApplicationStep, type Field, savedValue } from "./steps";
import { applicationKey } from "./use-application";

type Values = Record<string, string>;

interface StepFormProps {
  step: ApplicationStep;
  application: Application | null;
  onSaved: () => void;
}

/** One step, saved on its own, so that nothing is lost when a paper has to be fetched. */
export function StepForm({ step, application, onSaved }: StepFormProps) {
  const queries = useQueryClient();
  const { form, onSubmit, sending } = useApiForm<Values, Application>({
    values: Object.fromEntries(step.fields.map(({ name }) => [name, startValue(application, name)])),
    send: async (values) => {
      const body = Object.fromEntries(Object.entries(values).filter(([name, value]) => !(isSecret(name) && !value)));
      const answer = application
        ? await http.patch<Application>("seller/application", body)
        : await http.post<Application>("seller/application", body);
      return answer.data;
    },
    done: (saved) => {
      queries.setQueryData(applicationKey, saved);
      toastDone(t("Saved"));
      onSaved();
    },
  });
  return (
    <form onSubmit={onSubmit} className="flex max-w-lg flex-col gap-4" noValidate>
      {step.fields.map((field) => (
        <StepField key={field.name} form={form} field={field} kept={keptHint(application, field.name)} />
      ))}
      <FormError form={form} />
      <div>
        <Button type="submit" look="solid" isPending={sending}>
          {t("Save and continue")}
        </Button>
      </div>
    </form>
  );
}

/** The account number comes back masked, for reading only; an empty box keeps what was saved. */
const isSecret = (name: string) => name === "bank_account";
const startValue = (application: Application | null, name: Field["name"]) =>
  isSecret(name) ? "" : savedValue(application, name) || (name === "gst_status" ? "regular" : "");

function keptHint(application: Application | null, name: Field["name"]) {
  const masked = isSecret(name) && application?.bank_account_masked;
  return masked ? t("Saved: {masked}. Leave empty to keep it.", { masked }) : undefined;
}

const gstOptions = () => [
  { value: "regular", label: t("Regular") },
  { value: "composition", label: t("Composition scheme") },
  { value: "unregistered", label: t("Not registered") },
];

function StepField({ form, field, kept }: { form: UseFormReturn<Values>; field: Field; kept: string | undefined }) {
  const { name, label, hint, kind } = field;
  if (kind === "state") {
    return (
      <SelectField form={form} name={name} label={label} options={INDIAN_STATES} placeholder={t("Choose a state")} />
    );
  }
  if (kind === "gst") return <SelectField form={form} name={name} label={label} options={gstOptions()} />;
  return (
    <TextField
      form={form}
      name={name}
      label={label}
      hint={kept ?? hint}
      rows={kind === "long" ? 3 : undefined}
      upper={kind === "code"}
      inputMode={kind === "digits" ? "numeric" : undefined}
      autoComplete="off"
    />
  );
}
