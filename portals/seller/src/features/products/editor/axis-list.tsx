import { Button } from "@kit/ui/button";
import { inputClass, labelClass } from "@kit/ui/label";
import { Notice } from "@kit/ui/notice";
import { clsx } from "clsx";
import { Plus, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import type { Attribute } from "@/api/types";
import { t } from "@/i18n/t";
import { AxisValues } from "./axis-values";
import {
  AXES_MAX,
  type Axis,
  addAxis,
  addValue,
  countOf,
  type Matrix,
  ROWS_MAX,
  removeAxis,
  removeValue,
  renamed,
} from "./matrix";
import { axisFor } from "./values";

interface AxisListProps {
  matrix: Matrix;
  title: string;
  /** What goods of the category say; variants can differ in some of it. */
  attributes: Attribute[];
  onChange: (edit: (matrix: Matrix) => Matrix) => void;
}

/** The options of a product and their values; each combination of values is a row of the table below. */
export function AxisList({ matrix, title, attributes, onChange }: AxisListProps) {
  const [begun, setBegun] = useState<Attribute>();
  const [adding, setAdding] = useState(false);
  const [tooMany, setTooMany] = useState(false);
  const axes = matrix.axes;
  const unused = attributes.filter((one) => one.is_axis && !axes.some(({ name }) => axisFor([one], name)));
  const begin = ({ name }: Attribute, [first, ...rest]: string[]) => {
    if (first === undefined) return;
    onChange((now) => rest.reduce((one, value) => addValue(one, name, value, title), addAxis(now, name, first, title)));
    setBegun(undefined);
  };
  const add = (axis: Axis, values: string[]) => {
    const less = axes.filter(({ name }) => name !== axis.name);
    const fits = countOf([...less, { ...axis, values: [...axis.values, ...values] }]) <= ROWS_MAX;
    setTooMany(!fits);
    if (fits) onChange((now) => values.reduce((one, value) => addValue(one, axis.name, value, title), now));
  };
  return (
    <div className="flex flex-col gap-4">
      {axes.map((axis) => (
        <fieldset key={axis.name} className="flex flex-col gap-2 border-line border-b pb-4">
          <legend className="sr-only">{axis.name}</legend>
          <div className="flex items-end gap-2">
            {axisFor(attributes, axis.name) ? (
              <p className="min-w-0 flex-1 self-center font-medium text-sm">{axis.name}</p>
            ) : (
              <AxisName
                name={axis.name}
                taken={axes.map(({ name }) => name)}
                rename={(name) => onChange((now) => renamed(now, axis.name, { name }))}
              />
            )}
            <Button
              look="quiet"
              size="icon"
              aria-label={t("Remove option {name}", { name: axis.name })}
              onPress={() => onChange((now) => removeAxis(now, axis.name, title))}
            >
              <Trash2 aria-hidden size={16} />
            </Button>
          </div>
          <AxisValues
            name={axis.name}
            values={axis.values}
            attribute={axisFor(attributes, axis.name)}
            onAdd={(values) => add(axis, values)}
            onRemove={(value) => onChange((now) => removeValue(now, axis.name, value, title))}
          />
        </fieldset>
      ))}
      {begun && unused.includes(begun) && (
        <fieldset className="flex flex-col gap-2 border-line border-b pb-4">
          <legend className="mb-2 font-medium text-sm">{begun.name}</legend>
          <AxisValues
            name={begun.name}
            values={[]}
            attribute={begun}
            onAdd={(values) => begin(begun, values)}
            onRemove={() => undefined}
          />
        </fieldset>
      )}
      {tooMany && (
        <Notice tone="warn" alert title={t("That would be more than {count} variants.", { count: ROWS_MAX })}>
          {t("Make a second product, or leave a value out.")}
        </Notice>
      )}
      {adding ? (
        <NewAxis
          taken={axes.map(({ name }) => name)}
          onDone={(name, value) => {
            setAdding(false);
            if (name && value) onChange((now) => addAxis(now, name, value, title));
          }}
        />
      ) : (
        axes.length < AXES_MAX && (
          <div className="flex flex-wrap gap-2">
            {unused
              .filter((one) => one !== begun)
              .map((one) => (
                <Button key={one.code} size="sm" onPress={() => setBegun(one)}>
                  {t("Variants differ in {name}", { name: one.name })}
                </Button>
              ))}
            <Button size="sm" onPress={() => setAdding(true)}>
              <Plus aria-hidden size={15} />
              {axes.length === 0 ? t("Add an option, such as size or colour") : t("Add another option")}
            </Button>
          </div>
        )
      )}
    </div>
  );
}

function AxisName({ name, taken, rename }: { name: string; taken: string[]; rename: (name: string) => void }) {
  const [typed, setTyped] = useState(name);
  const id = useId();
  const done = () => {
    const clean = typed.trim();
    if (clean && clean !== name && !taken.includes(clean)) rename(clean);
    else setTyped(name);
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1.5 sm:max-w-60">
      <label htmlFor={id} className={labelClass}>
        {t("Option")}
      </label>
      <input
        id={id}
        value={typed}
        maxLength={60}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={done}
        className={clsx(inputClass, "h-11 sm:h-9")}
      />
    </div>
  );
}

function NewAxis({ taken, onDone }: { taken: string[]; onDone: (name: string, value: string) => void }) {
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const [nameId, valueId] = [useId(), useId()];
  const ready = name.trim() && value.trim() && !taken.includes(name.trim());
  return (
    <form
      className="grid gap-3 rounded-lg bg-sunken p-3 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onDone(name.trim(), value.trim());
      }}
    >
      <div className="flex flex-col gap-1.5">
        <label htmlFor={nameId} className={labelClass}>
          {t("Option")}
        </label>
        <input
          id={nameId}
          // biome-ignore lint/a11y/noAutofocus: it was asked for by the press before
          autoFocus
          value={name}
          maxLength={60}
          placeholder={t("Colour")}
          onChange={({ target }) => setName(target.value)}
          className={clsx(inputClass, "h-11 sm:h-9")}
        />
      </div>
      <div className="flex flex-col gap-1.5">
        <label htmlFor={valueId} className={labelClass}>
          {t("First value")}
        </label>
        <input
          id={valueId}
          value={value}
          maxLength={60}
          placeholder={t("Blue")}
          onChange={({ target }) => setValue(target.value)}
          className={clsx(inputClass, "h-11 sm:h-9")}
        />
      </div>
      <div className="flex gap-2">
        <Button type="submit" look="solid" isDisabled={!ready}>
          {t("Add")}
        </Button>
        <Button look="quiet" onPress={() => onDone("", "")}>
          {t("Cancel")}
        </Button>
      </div>
    </form>
  );
}
