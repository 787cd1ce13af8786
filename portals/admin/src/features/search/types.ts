/** What the search screen shows, as the brand's admin API answers it. */
export interface SynonymGroup {
  id: string;
  words: string[];
  one_way: boolean;
  from_manifest: boolean;
  updated_at: string;
}

export interface CuratedResult {
  id: string;
  question: string;
  product_id: string;
  title: string;
  slug: string;
  position: number | null;
}

export interface AskedQuestion {
  text: string;
  times: number;
  found: number;
  last_at: string;
}
