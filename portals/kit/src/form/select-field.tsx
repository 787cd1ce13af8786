import type { Choice, Source } from "@kit/ui/choices";
import { Select } from "@kit/ui/select";
import { type FieldValues, useController } from "react-hook-form";
import type { FieldProps } from "./text-field";

interface SelectFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  options: Choice[];
  source?: Source;
  placeholder?: string;
}

export function SelectField<Values extends FieldValues>({ form, name, ...rest }: SelectFieldProps<Values>) {
  const { field, fieldState } = useController({ control: form.control, name });
  return <Select {...rest} value={field.value} onChange={field.onChange} error={fieldState.error?.message} />;
}
