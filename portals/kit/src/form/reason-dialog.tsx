import { t } from "@kit/i18n/t";
import type { ReactNode } from "react";
import { minLength, object, pipe, string, trim } from "valibot";
import { ActDialog } from "./act-dialog";
import { TextField } from "./text-field";

interface ReasonDialogProps {
  title: string;
  consequence?: ReactNode;
  label: string;
  reasonLabel?: string;
  reasonHint?: string;
  danger?: boolean;
  back?: string;
  /** When given, this text must be typed before the act is unlocked. */
  typed?: string;
  send: (reason: string, key: string) => Promise<unknown>;
  doneText?: string;
  onClose: () => void;
}

/** An act that must say why; a dangerous one asks for the name of the thing as well. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { reasonLabel, reasonHint, typed, send, ...rest } = props;
  const schema = object({
    reason: pipe(string(), trim(), minLength(1, t("Say why in a sentence."))),
    typed: string(),
  });
  return (
    <ActDialog
      {...rest}
      values={{ reason: "", typed: "" }}
      schema={schema}
      unlocked={typed ? (values) => values.typed.trim() === typed : undefined}
      send={({ reason }, key) => send(reason, key)}
      fields={(form) => (
        <>
          <TextField
            form={form}
            name="reason"
            label={reasonLabel ?? t("Reason")}
            hint={reasonHint}
            rows={3}
            autoFocus
          />
          {typed && <TextField form={form} name="typed" label={t("Type {word} to confirm", { word: typed })} />}
        </>
      )}
    />
  );
}
