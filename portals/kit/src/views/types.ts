/** A list as a person wants to see it: `query` is its address after the question mark. */
export interface SavedView {
  id: string;
  place: string;
  name: string;
  query: string;
  is_default: boolean;
}
