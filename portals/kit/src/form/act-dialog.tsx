import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { DefaultValues, FieldValues, UseFormReturn } from "react-hook-form";
import type { GenericSchema } from "valibot";
import { FormError } from "./form-error";
import { useApiForm } from "./use-api-form";

export interface ActDialogProps<Values extends FieldValues> {
  title: string;
  /** What will happen, in numbers where there are any. */
  consequence?: ReactNode;
  values: DefaultValues<Values>;
  schema?: GenericSchema<Values, Values>;
  fields?: (form: UseFormReturn<Values>) => ReactNode;
  label: string;
  danger?: boolean;
  /** What leaves it undone; “Cancel” would say two things where the act itself cancels something. */
  back?: string;
  /** A dangerous act stays locked until this is so, such as a name typed again. */
  unlocked?: (values: Values) => boolean;
  send: (values: Values, key: string) => Promise<unknown>;
  /** Said in passing; not where what follows says it by itself. */
  doneText?: string;
  onClose: () => void;
}

/** One act on one thing: says the consequence, asks what is needed, waits for the server, then refreshes what is shown. */
export function ActDialog<Values extends FieldValues>(props: ActDialogProps<Values>) {
  const { title, consequence, values, schema, fields, label, danger, back, unlocked, send, doneText, onClose } = props;
  const queries = useQueryClient();
  const { form, onSubmit, sending } = useApiForm<Values, unknown>({
    values,
    schema,
    send,
    done: () => {
      if (doneText) toastDone(doneText);
      onClose();
      return queries.invalidateQueries();
    },
  });
  const locked = unlocked ? !unlocked(form.watch()) : false;
  return (
    <Dialog title={title} onClose={onClose} alert={danger}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
        {consequence && <div className="text-muted text-sm">{consequence}</div>}
        {fields?.(form)}
        <FormError form={form} />
        <DialogFooter>
          <Button onPress={onClose} isDisabled={sending}>
            {back ?? t("Cancel")}
          </Button>
          <Button type="submit" look={danger ? "danger" : "solid"} isPending={sending} isDisabled={locked}>
            {label}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
