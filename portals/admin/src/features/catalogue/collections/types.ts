/** Collections and their rules, as the brand's admin API answers them. */
export interface Condition {
  field: string;
  op?: string;
  name?: string;
  values?: string[];
  min?: number | string | null;
  max?: number | string | null;
  percent?: number | null;
  days?: number | null;
}

export interface Group {
  match: "all" | "any";
  conditions: (Condition | Group)[];
}

export interface Collection {
  id: string;
  slug: string;
  title: string;
  description: string;
  image: string;
  image_url: string | null;
  kind: "hand" | "rule";
  rule: Group | Record<string, never>;
  sort: string;
  is_shown: boolean;
  position: number;
  seo_title: string;
  seo_description: string;
  from_manifest: boolean;
  products: number;
  updated_at: string;
}

export interface Item {
  id: string;
  title: string;
  slug: string;
  status: string;
  image_url: string | null;
}

export interface Preview {
  total: number;
  more: boolean;
  products: { id: string; title: string; image: { url: string } | null; price: { text: string } | null }[];
}

export const isGroup = (one: Condition | Group): one is Group => "conditions" in one;
