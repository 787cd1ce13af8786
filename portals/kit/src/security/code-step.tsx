import { FormError } from "@kit/form/form-error";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { DialogFooter } from "@kit/ui/dialog";
import type { ReactNode } from "react";

interface CodeStepProps {
  lead: ReactNode;
  label: string;
  /** What the box is called when it takes more than six digits. */
  field?: string;
  send: (code: string) => Promise<unknown>;
  onDone: (result: unknown) => void;
  onClose: () => void;
}

/** One code in a dialog: what it is for, the box, and the act it is the key to. */
export function CodeStep({ lead, label, field, send, onDone, onClose }: CodeStepProps) {
  const { form, onSubmit, sending } = useApiForm({
    values: { code: "" },
    send: ({ code }) => send(code.replace(/\s/g, "")),
    done: onDone,
  });
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <p className="text-muted text-sm">{lead}</p>
      <TextField
        form={form}
        name="code"
        label={field ?? t("Six-digit code")}
        inputMode={field ? "text" : "numeric"}
        autoComplete="one-time-code"
        maxLength={field ? 40 : 16}
        required
        autoFocus
      />
      <FormError form={form} />
      <DialogFooter>
        <Button onPress={onClose} isDisabled={sending}>
          {t("Cancel")}
        </Button>
        <Button type="submit" look="solid" isPending={sending}>
          {label}
        </Button>
      </DialogFooter>
    </form>
  );
}
