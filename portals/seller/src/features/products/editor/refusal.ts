import type { ApiError } from "@kit/http/error";
import type { Draft } from "./draft";

/** Sentences of the server by field, or by `key of row:column`. */
export type Refusal = Record<string, string>;

export function refusalOf(problem: ApiError, sent: Draft): Refusal {
  const found: Refusal = { "": problem.message };
  const details = problem.details as Record<string, unknown>;
  for (const [name, value] of Object.entries(details)) {
    if (name === "variants" && value && typeof value === "object") Object.assign(found, ofRows(value, sent));
    else if (name === "attributes" && value && typeof value === "object" && !Array.isArray(value))
      for (const [code, sentences] of Object.entries(value)) found[`attributes.${code}`] = said(sentences);
    else found[name] = said(value);
  }
  return found;
}

function ofRows(rows: object, sent: Draft): Refusal {
  const cells = Object.entries(rows).flatMap(([place, faults]) => {
    const key = sent.matrix.rows[Number(place)]?.key;
    if (!key || !faults || typeof faults !== "object" || Array.isArray(faults)) return [];
    return Object.entries(faults).flatMap(([name, value]) =>
      name === "attributes" && value && typeof value === "object"
        ? Object.entries(value).map(([code, sentences]) => [`${key}:attributes.${code}`, said(sentences)] as const)
        : [[`${key}:${name.replace(/_minor$/, "")}`, said(value)] as const],
    );
  });
  return Object.fromEntries(cells);
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).join(" ");
  if (value && typeof value === "object") return Object.values(value).map(said).join(" ");
  return String(value ?? "");
}
