/** What a product says for its attributes, as it is typed, and what of it is sent. */
import type { Attribute } from "@/api/types";

/** A number that cannot be read yet is kept as it was typed and waits. */
export interface Unread {
  unread: string;
}

export type Value = string | string[] | boolean | null | Unread;
export type Values = Record<string, Value>;

export const isUnread = (value: Value | undefined): value is Unread =>
  typeof value === "object" && value !== null && "unread" in value;

const isNothing = (value: Value | undefined) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

const plain = (value: Value | undefined) => (value === undefined || isNothing(value) ? null : value);

/** Those that differ, null for one that was emptied; undefined when all is said already. */
export function valuesBody(saved: Values, now: Values): Record<string, unknown> | undefined {
  const codes = Object.keys({ ...saved, ...now }).filter((code) => {
    const [before, after] = [plain(saved[code]), plain(now[code])];
    return !isUnread(after ?? null) && JSON.stringify(before) !== JSON.stringify(after);
  });
  return codes.length > 0 ? Object.fromEntries(codes.map((code) => [code, plain(now[code])])) : undefined;
}

export function numberOf(typed: string, unit: string): Value {
  const bare = typed.trim();
  const text = (unit && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare).replace(/,/g, "").trim();
  if (!text) return null;
  return /^-?\d{1,10}(\.\d{1,4})?$/.test(text) ? text : { unread: typed };
}

/** As people read it. */
export function told(value: Value | undefined): string {
  if (isUnread(value)) return value.unread;
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}

const sameName = (one: string, other: string) => one.toLocaleLowerCase() === other.toLocaleLowerCase();

/** The attribute that an option of the variants is, if it is one. */
export const axisFor = (attributes: Attribute[], name: string) =>
  attributes.find((one) => one.is_axis && sameName(one.name, name));

/** Values that the category does not ask for. */
export const misfits = (attributes: Attribute[], values: Values) =>
  Object.keys(values).filter((code) => !isNothing(values[code]) && !attributes.some((one) => one.code === code));

/** Facts in which one variant may differ from the product: all but those that are options already. */
export function factsOf(attributes: Attribute[], axes: { name: string }[]): Attribute[] {
  const split = new Set(axes.map(({ name }) => axisFor(attributes, name)?.code));
  return attributes.filter(({ code }) => !split.has(code));
}

/** How many facts a variant has of its own. */
export const countOwn = (values: Values) => Object.values(values).filter((value) => !isNothing(value)).length;

/** What the variants say one by one is not said of the whole. */
export function withoutAxes(values: Values, attributes: Attribute[], axes: { name: string }[]): Values {
  const split = axes.flatMap(({ name }) => axisFor(attributes, name)?.code ?? []);
  return split.some((code) => !isNothing(values[code]))
    ? { ...values, ...Object.fromEntries(split.map((code) => [code, null])) }
    : values;
}
