export interface Review {
  id: string;
  product: { id: string; slug: string; title: string };
  seller: { id: string; slug: string; name: string };
  part: string;
  stars: number;
  title: string;
  text: string;
  author: string;
  status: "pending" | "published" | "hidden";
  flags: string[];
  reason_code: string;
  reason: string;
  written_at: string;
  edited_at: string | null;
  votes: number;
  reports: { cause: string; text: string; at: string; seller: string | null }[];
  reply: { text: string; written_at: string; hidden_at: string | null; hidden_reason: string } | null;
}

export interface Wish {
  ids: string[];
  verb: "publish" | "hide" | "hide_reply" | "restore_reply";
  reason_code?: string;
  reason?: string;
}

export interface Outcome {
  id: string;
  done: boolean;
  code: string;
  sentence: string;
}
