import { currencySign } from "@kit/format/currency";
import { toMinor, toTyped } from "@kit/format/rupees";
import { useList } from "@kit/table/use-list";
import { Button } from "@kit/ui/button";
import { fed } from "@kit/ui/choices";
import { inputClass } from "@kit/ui/label";
import { Select } from "@kit/ui/select";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Attribute } from "@/features/catalogue/attributes/types";
import { branches } from "@/features/catalogue/categories/tree";
import { useTree } from "@/features/catalogue/categories/use-tree";
import { t } from "@/i18n/t";
import { blank, FIELDS, values } from "./rules";
import type { Condition } from "./types";
import { fieldWords } from "./words";

interface Row {
  condition: Condition;
  onChange: (condition: Condition) => void;
}

/** One condition of a rule, with what its field needs. */
export function ConditionRow({ condition, onChange, onRemove }: Row & { onRemove: () => void }) {
  const { field } = condition;
  return (
    <li className="flex flex-wrap items-center gap-2">
      <div className="w-40">
        <Select
          label={t("What")}
          hideLabel
          options={FIELDS.map((value) => ({ value, label: fieldWords()[value] ?? value }))}
          value={field}
          onChange={(next) => onChange(blank(next))}
        />
      </div>
      {field === "price" && <Price condition={condition} onChange={onChange} />}
      {field === "discount" && (
        <Whole
          label={t("per cent at least")}
          value={condition.percent}
          onChange={(percent) => onChange({ ...condition, percent })}
        />
      )}
      {field === "newness" && (
        <Whole label={t("days at most")} value={condition.days} onChange={(days) => onChange({ ...condition, days })} />
      )}
      {field === "category" && <CategoryValue condition={condition} onChange={onChange} />}
      {field === "attribute" && <AttributeValue condition={condition} onChange={onChange} />}
      {["tag", "seller", "origin"].includes(field) && <Values condition={condition} onChange={onChange} />}
      <Button look="quiet" size="icon" aria-label={t("Remove this condition")} onPress={onRemove}>
        <X aria-hidden size={15} />
      </Button>
    </li>
  );
}

const box = clsx(inputClass, "h-9");

/** As wide as a number; the box itself fills it. */
const Narrow = ({ children }: { children: ReactNode }) => <span className="w-28">{children}</span>;

function IsOrNot({ condition, onChange }: Row) {
  return (
    <div className="w-24">
      <Select
        label={t("Is or is not")}
        hideLabel
        options={[
          { value: "is", label: t("is") },
          { value: "is_not", label: t("is not") },
        ]}
        value={condition.op ?? "is"}
        onChange={(op) => onChange({ ...condition, op })}
      />
    </div>
  );
}

function Values({ condition, onChange }: Row) {
  const [typed, setTyped] = useState((condition.values ?? []).join(", "));
  const hints: Record<string, string> = {
    tag: t("night, gift"),
    seller: t("address of the shop"),
    origin: t("IN, JP"),
    attribute: t("amber, clear"),
  };
  return (
    <>
      <IsOrNot condition={condition} onChange={onChange} />
      <input
        aria-label={t("Values, with commas between")}
        placeholder={hints[condition.field]}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange({ ...condition, values: values(target.value) });
        }}
        className={clsx(inputClass, "h-9 min-w-0 flex-1 basis-40")}
      />
    </>
  );
}

function CategoryValue({ condition, onChange }: Row) {
  const categories = fed(useTree(), ({ rows }) =>
    branches(rows).map(({ category: { id, name }, depth }) => ({ value: id, label: `${"– ".repeat(depth)}${name}` })),
  );
  return (
    <>
      <IsOrNot condition={condition} onChange={onChange} />
      <div className="min-w-0 flex-1 basis-40">
        <Select
          label={t("Category")}
          hideLabel
          {...categories}
          value={condition.values?.[0] ?? ""}
          onChange={(id) => onChange({ ...condition, values: [id] })}
          placeholder={t("Choose a category")}
        />
      </div>
    </>
  );
}

function AttributeValue({ condition, onChange }: Row) {
  const query = useList<Attribute>("admin/attributes", { limit: 100 });
  const facets = query.data?.rows.filter(({ is_facet }) => is_facet) ?? [];
  const chosen = facets.find(({ name }) => name === condition.name);
  const isNumber = chosen?.kind === "number";
  return (
    <>
      <div className="w-36">
        <Select
          label={t("Attribute")}
          hideLabel
          {...fed(query, () => facets.map(({ name }) => ({ value: name, label: name })))}
          value={condition.name ?? ""}
          onChange={(name) => onChange(anew(name, facets.find((one) => one.name === name)?.kind === "number"))}
          placeholder={t("Attribute")}
        />
      </div>
      {isNumber ? (
        <>
          <Bound
            label={t("from")}
            unit={chosen.unit}
            value={condition.min}
            set={(min) => onChange({ ...condition, min })}
          />
          <Bound
            label={t("to")}
            unit={chosen.unit}
            value={condition.max}
            set={(max) => onChange({ ...condition, max })}
          />
        </>
      ) : (
        <Values key={condition.name} condition={condition} onChange={onChange} />
      )}
    </>
  );
}

const anew = (name: string, isNumber: boolean): Condition =>
  isNumber
    ? { field: "attribute", name, op: "between", min: "", max: "" }
    : { field: "attribute", name, op: "is", values: [] };

interface BoundProps {
  label: string;
  unit: string;
  value: unknown;
  set: (value: string) => void;
}

const Bound = ({ label, unit, value, set }: BoundProps) => (
  <Narrow>
    <input
      aria-label={label}
      placeholder={`${label} ${unit}`}
      inputMode="decimal"
      value={String(value ?? "")}
      onChange={({ target }) => set(target.value)}
      className={box}
    />
  </Narrow>
);

function Price({ condition, onChange }: Row) {
  const ends = [
    { name: "min" as const, label: t("from") },
    { name: "max" as const, label: t("to") },
  ];
  return ends.map(({ name, label }) => (
    <Amount
      key={name}
      label={label}
      minor={condition[name] as number | null}
      set={(minor) => onChange({ ...condition, [name]: minor })}
    />
  ));
}

function Amount({ label, minor, set }: { label: string; minor: number | null; set: (minor: number | null) => void }) {
  const [typed, setTyped] = useState(minor === null ? "" : toTyped(minor).replace(/\.00$/, ""));
  return (
    <Narrow>
      <input
        aria-label={`${label} ${currencySign()}`}
        placeholder={`${label} ${currencySign()}`}
        inputMode="decimal"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          set(toMinor(target.value) ?? null);
        }}
        className={box}
      />
    </Narrow>
  );
}

interface WholeProps {
  label: string;
  value: number | null | undefined;
  onChange: (value: number | null) => void;
}

const Whole = ({ label, value, onChange }: WholeProps) => (
  <label className="flex items-center gap-2 text-sm">
    <span className="w-20">
      <input
        inputMode="numeric"
        value={value ?? ""}
        onChange={({ target }) => onChange(/^\d{1,4}$/.test(target.value) ? Number(target.value) : null)}
        className={box}
      />
    </span>
    {label}
  </label>
);
