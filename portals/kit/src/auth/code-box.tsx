import { FieldFooter } from "@kit/form/text-field";
import { inputClass, labelClass } from "@kit/ui/label";
import { clsx } from "clsx";
import { Input, Label, TextField } from "react-aria-components";
import { type FieldValues, type Path, type UseFormReturn, useController } from "react-hook-form";

export const DIGITS = 6;

interface CodeBoxProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  name: Path<Values>;
  label: string;
  hint?: string;
  /** A full code is sent at once. */
  onFull: () => void;
}

/** Six digits in one plain box, so that paste, autofill and screen readers work. */
export function CodeBox<Values extends FieldValues>({ form, name, label, hint, onFull }: CodeBoxProps<Values>) {
  const { field, fieldState } = useController({ control: form.control, name });
  const change = (typed: string) => {
    const code = typed.replace(/\D/g, "").slice(0, DIGITS);
    field.onChange(code);
    if (code.length === DIGITS) onFull();
  };
  return (
    <TextField
      value={field.value}
      onChange={change}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
      className="flex flex-col gap-1.5"
    >
      <Label className={labelClass}>{label}</Label>
      <Input
        ref={field.ref}
        name={name}
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        placeholder="000000"
        className={clsx(inputClass, "tnum h-12 text-center text-xl tracking-[0.4em] sm:text-xl")}
      />
      <FieldFooter hint={hint} error={fieldState.error?.message} />
    </TextField>
  );
}
