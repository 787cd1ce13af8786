export interface Picture {
  id: string;
  url: string;
  alt: string;
}

/** One thing that is different; `of` names the part that it is about, such as a variant. */
export interface DiffLine {
  field: string;
  label: string;
  kind: "text" | "list" | "pictures" | "new";
  of: string;
  before: string | string[] | Picture[] | null;
  after: string | string[] | Picture[] | null;
}
