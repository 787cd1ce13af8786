import type { Condition, Group } from "./types";
import { isGroup } from "./types";

export const FIELDS = [
  "category",
  "tag",
  "attribute",
  "price",
  "seller",
  "origin",
  "discount",
  "newness",
  "stock",
] as const;

/** A condition of another field begins anew, in the form that the server takes. */
export function blank(field: string): Condition {
  if (field === "price") return { field, op: "between", min: null, max: null };
  if (field === "discount") return { field, op: "at_least", percent: 20 };
  if (field === "newness") return { field, op: "within", days: 30 };
  if (field === "stock") return { field, op: "is" };
  return { field, ...(field === "attribute" ? { name: "" } : {}), op: "is", values: [] };
}

/** Whether anything can be asked with it yet; half a condition is not sent. */
export function isWhole(one: Condition): boolean {
  if (one.field === "price" || one.op === "between") return filled(one.min) || filled(one.max);
  if (one.field === "discount") return (one.percent ?? 0) > 0;
  if (one.field === "newness") return (one.days ?? 0) > 0;
  if (one.field === "stock") return true;
  return (one.values?.length ?? 0) > 0 && (one.field !== "attribute" || !!one.name);
}

const filled = (value: unknown) => value !== null && value !== undefined && value !== "";

/** The rule without what is half written; null when nothing is left. */
export function whole(group: Group): Group | null {
  const conditions = group.conditions
    .map((one) => (isGroup(one) ? whole(one) : isWhole(one) ? one : null))
    .filter((one) => one !== null);
  return conditions.length > 0 ? { match: group.match, conditions } : null;
}

/** Values typed with commas between. */
export const values = (typed: string) =>
  typed
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
