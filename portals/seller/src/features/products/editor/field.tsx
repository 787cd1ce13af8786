import { FieldFooter } from "@kit/form/text-field";
import { inputClass, labelClass } from "@kit/ui/label";
import { clsx } from "clsx";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Input, Label, TextArea, TextField } from "react-aria-components";

interface FieldProps {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  /** What the law or the brand still wants here before it can be published. */
  lack?: string;
  hint?: ReactNode;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
  type?: "text" | "month" | "date";
  inputMode?: "decimal";
}

/** A text box of the editor: it saves itself, so it has no form around it. */
export function Field(props: FieldProps) {
  const { name, label, value, onChange, error, lack, hint, rows, maxLength, placeholder, type, inputMode } = props;
  const shared = { maxLength, placeholder };
  return (
    <TextField
      id={`field-${name}`}
      value={value}
      onChange={onChange}
      isInvalid={!!error}
      validationBehavior="aria"
      className="flex flex-col gap-1.5"
    >
      <Label className={labelClass}>{label}</Label>
      {rows ? (
        <TextArea {...shared} rows={rows} className={clsx(inputClass, "py-2")} />
      ) : (
        <Input {...shared} type={type} inputMode={inputMode} className={clsx(inputClass, "h-11 sm:h-9")} />
      )}
      <FieldFooter hint={lack ? <Lack>{lack}</Lack> : hint} error={error} />
    </TextField>
  );
}

export function Lack({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-start gap-1 text-warn">
      <TriangleAlert aria-hidden size={13} className="mt-px shrink-0" />
      {children}
    </span>
  );
}
