import type { Category } from "./types";

export interface Branch {
  category: Category;
  depth: number;
  /** Its place among its siblings, from 0, and how many they are. */
  place: number;
  siblings: number;
}

/** The flat list as rows of a tree, parents above their children. */
export function branches(rows: Category[]): Branch[] {
  const below = new Map<string | null, Category[]>();
  const known = new Set(rows.map(({ id }) => id));
  for (const row of rows) {
    const parent = row.parent_id && known.has(row.parent_id) ? row.parent_id : null;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const walk = (parent: string | null, depth: number): Branch[] => {
    const own = below.get(parent) ?? [];
    return own.flatMap((category, place) => [
      { category, depth, place, siblings: own.length },
      ...walk(category.id, depth + 1),
    ]);
  };
  return walk(null, 0);
}

/** Where a category may be put: anywhere but below itself. */
export function homes(rows: Category[], category?: Category): Branch[] {
  const all = branches(rows);
  const start = all.findIndex((one) => one.category.id === category?.id);
  if (start < 0) return all;
  const depth = all[start]?.depth ?? 0;
  const after = all.findIndex((one, at) => at > start && one.depth <= depth);
  return all.filter((_, at) => at < start || (after >= 0 && at >= after));
}

/** The nearest category from this one upwards that has an HSN code. */
export function hsnAbove(rows: Category[], id: string | null): Category | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]));
  let at = id === null ? undefined : byId.get(id);
  for (let steps = 0; at && !at.hsn && steps < rows.length; steps += 1) at = byId.get(at.parent_id ?? "");
  return at?.hsn ? at : undefined;
}
