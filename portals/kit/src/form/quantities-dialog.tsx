import { t } from "@kit/i18n/t";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { minLength, object, pipe, record, string, trim } from "valibot";
import { ActDialog } from "./act-dialog";
import { TextField } from "./text-field";

export interface Chosen {
  id: string;
  quantity: number;
}

interface Values {
  reason: string;
  of: Record<string, string>;
}

interface QuantitiesDialogProps {
  title: string;
  rows: { id: string; title: string; most: number; label: string }[];
  /** What choosing so would lead to, in a sentence; it is asked for as soon as something is chosen. */
  look: (chosen: Chosen[]) => Promise<ReactNode>;
  reasonHint?: string;
  label: string;
  send: (chosen: Chosen[], reason: string, key: string) => Promise<unknown>;
  doneText: string;
  onClose: () => void;
}

const chosenOf = ({ of }: Values): Chosen[] =>
  Object.entries(of)
    .map(([id, text]) => ({ id, quantity: Number(text) }))
    .filter(({ quantity }) => Number.isInteger(quantity) && quantity > 0);

/** Some of several things, each by number, with what that leads to said before it is done. */
export function QuantitiesDialog({
  title,
  rows,
  look,
  reasonHint,
  label,
  send,
  doneText,
  onClose,
}: QuantitiesDialogProps) {
  const schema = object({
    reason: pipe(string(), trim(), minLength(1, t("Say why in a sentence."))),
    of: record(string(), string()),
  });
  const of = Object.fromEntries(rows.map(({ id }) => [id, ""]));
  return (
    <ActDialog<Values>
      title={title}
      values={{ reason: "", of }}
      schema={schema}
      danger
      back={t("Go back")}
      unlocked={(values) => chosenOf(values).length > 0}
      fields={(form) => (
        <>
          {rows.map(({ id, title: name, most, label: asked }) => (
            <TextField
              key={id}
              form={form}
              name={`of.${id}`}
              label={`${name}: ${asked}`}
              hint={t("At most {count}", { count: most })}
              inputMode="numeric"
              placeholder="0"
            />
          ))}
          <TextField form={form} name="reason" label={t("Reason")} hint={reasonHint} rows={2} />
          <Outcome title={title} chosen={chosenOf(form.watch())} look={look} />
        </>
      )}
      label={label}
      send={(values, key) => send(chosenOf(values), values.reason, key)}
      doneText={doneText}
      onClose={onClose}
    />
  );
}

function Outcome({ title, chosen, look }: { title: string; chosen: Chosen[]; look: QuantitiesDialogProps["look"] }) {
  const query = useQuery({
    queryKey: ["outcome", title, chosen],
    queryFn: () => look(chosen),
    enabled: chosen.length > 0,
    retry: false,
    gcTime: 0,
  });
  const words = query.isError ? query.error.message : (query.data ?? t("Choose how many."));
  return (
    <p role="status" className="rounded-md bg-sunken px-3 py-2 text-sm">
      {words}
    </p>
  );
}
