import { inputClass, labelClass } from "@kit/ui/label";
import { clsx } from "clsx";
import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from "react-aria-components";
import { type FieldValues, type Path, type UseFormReturn, useController } from "react-hook-form";

export interface FieldProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  name: Path<Values>;
  label: string;
  hint?: ReactNode;
}

interface TextFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  type?: "text" | "email" | "tel" | "date" | "search" | "password";
  placeholder?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "text" | "numeric" | "decimal" | "tel" | "email";
  rows?: number;
  prefix?: string;
  upper?: boolean;
  required?: boolean;
  maxLength?: number;
  autoFocus?: boolean;
}

/** A labelled text box of a form; the server's word about this field appears under it. */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { form, name, label, hint, rows, prefix, upper, required, ...input } = props;
  const { field, fieldState } = useController({ control: form.control, name });
  const shared = { ...input, ref: field.ref };
  return (
    <AriaTextField
      name={name}
      value={field.value ?? ""}
      onChange={(value) => field.onChange(upper ? value.toUpperCase() : value)}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid}
      isRequired={required}
      validationBehavior="aria"
      className="flex flex-col gap-1.5"
    >
      <Label className={labelClass}>{label}</Label>
      <div className="relative">
        {prefix && (
          <span aria-hidden className="-translate-y-1/2 absolute top-1/2 left-3 text-muted text-sm">
            {prefix}
          </span>
        )}
        {rows ? (
          <TextArea {...shared} rows={rows} className={clsx(inputClass, "py-2")} />
        ) : (
          <Input {...shared} className={clsx(inputClass, "h-11 sm:h-9", prefix && "pl-7")} />
        )}
      </div>
      <FieldFooter hint={hint} error={fieldState.error?.message} />
    </AriaTextField>
  );
}

export function FieldFooter({ hint, error }: { hint?: ReactNode; error?: string }) {
  return (
    <>
      {error && <FieldError className="text-bad text-xs">{error}</FieldError>}
      {hint && !error && (
        <Text slot="description" className="text-muted text-xs">
          {hint}
        </Text>
      )}
    </>
  );
}
