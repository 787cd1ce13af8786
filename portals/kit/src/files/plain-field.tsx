import { inputClass, labelClass } from "@kit/ui/label";
import { clsx } from "clsx";
import { Input, Label, Text, TextField } from "react-aria-components";

interface PlainFieldProps {
  label: string;
  hint?: string;
  value: string;
  inputMode?: "text" | "numeric";
  maxLength?: number;
  onChange: (value: string) => void;
}

/** One answer outside a form that is sent as a whole. */
export function PlainField({ label, hint, value, inputMode, maxLength, onChange }: PlainFieldProps) {
  return (
    <TextField
      value={value}
      onChange={onChange}
      inputMode={inputMode}
      maxLength={maxLength}
      className="flex flex-col gap-1.5"
    >
      <Label className={labelClass}>{label}</Label>
      <Input className={clsx(inputClass, "h-11 sm:h-9")} />
      {hint && (
        <Text slot="description" className="text-muted text-xs">
          {hint}
        </Text>
      )}
    </TextField>
  );
}
