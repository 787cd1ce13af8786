/** Typed attributes, as the brand's admin API answers them. */
export interface Choice {
  id?: string;
  label: string;
  swatch: string;
}

export interface Attribute {
  id: string;
  code: string;
  name: string;
  kind: string;
  unit: string;
  is_facet: boolean;
  is_axis: boolean;
  is_required: boolean;
  position: number;
  choices: Choice[];
  categories: { id: string; slug: string; name: string }[];
  used: number;
  archived_at: string | null;
}

export const WITH_CHOICES = ["choice", "choices", "colour"];
export const COUNTABLE = [...WITH_CHOICES, "number", "boolean"];
export const SPLITTING = ["choice", "colour", "number"];
