import { labelClass } from "@kit/ui/label";
import { clsx } from "clsx";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Select as AriaSelect,
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from "react-aria-components";
import { type Choice, type Source, stateOf } from "./choices";
import { menuItemClass } from "./menu";
import { Coming, NotCome } from "./select-state";

export interface SelectProps {
  label: string;
  hideLabel?: boolean;
  hint?: ReactNode;
  error?: string;
  options: Choice[];
  /** The request that `options` come from. Until it has answered the list cannot be opened, and says so. */
  source?: Source;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
}

export function Select(props: SelectProps) {
  const { label, hideLabel, hint, error, options, source, value, onChange, placeholder } = props;
  const state = stateOf(source);
  return (
    <AriaSelect
      selectedKey={value || null}
      onSelectionChange={(key) => onChange(String(key ?? ""))}
      placeholder={placeholder}
      isInvalid={!!error}
      isDisabled={state !== "ready"}
      className={clsx("flex flex-col", (!hideLabel || state === "failed") && "gap-1.5")}
    >
      <Label className={hideLabel ? "sr-only" : labelClass}>{label}</Label>
      <Button
        render={(button) => <button {...button} type="button" aria-busy={state === "loading"} />}
        className={clsx(
          "flex h-11 cursor-pointer items-center justify-between gap-2 rounded-lg border bg-surface px-3 text-sm hover:bg-hover sm:h-9",
          "disabled:cursor-not-allowed disabled:bg-sunken",
          error || state === "failed" ? "border-bad" : "border-line-strong",
        )}
      >
        <SelectValue className="truncate data-placeholder:text-faint">
          {({ selectedText, defaultChildren }) => (state === "loading" ? <Coming /> : selectedText || defaultChildren)}
        </SelectValue>
        <ChevronDown aria-hidden size={14} className="text-faint" />
      </Button>
      {source && state === "failed" && <NotCome source={source} />}
      {error && <FieldError className="text-bad text-xs">{error}</FieldError>}
      {hint && !error && (
        <Text slot="description" className="text-muted text-xs">
          {hint}
        </Text>
      )}
      <Popover className="pop min-w-(--trigger-width) p-1">
        <ListBox className="max-h-72 overflow-auto outline-none" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={menuItemClass}>
              {({ isSelected }) => (
                <>
                  <Check aria-hidden size={14} className={isSelected ? "" : "invisible"} />
                  {option.label}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
