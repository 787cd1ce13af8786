import type { DiffLine } from "@kit/diff/types";

/** Rows of the moderation queue and what became of decisions, as the brand's admin API answers them. */
export type Verb = "publish" | "reject" | "approve_change" | "reject_change";

export interface QueueRow {
  id: string;
  kind: "product" | "change";
  product_id: string;
  title: string;
  slug: string;
  image_url: string | null;
  seller: { id: string; name: string } | null;
  status: string;
  since: string;
  flags: { code: string; sentence: string }[];
  diff: DiffLine[];
  outdated: string[];
  reason: string;
  reason_code: string;
  actions: (Verb | "rebase")[];
}

export interface Outcome {
  id: string;
  title: string;
  done: boolean;
  code: string;
  sentence: string;
}

export interface Batch {
  id: string;
  undo_until: string;
  outcomes: Outcome[];
}

export interface Wish {
  id: string;
  verb: Verb;
  reason_code?: string;
  reason?: string;
}

export const yes = ({ kind }: QueueRow): Verb => (kind === "change" ? "approve_change" : "publish");
export const no = ({ kind }: QueueRow): Verb => (kind === "change" ? "reject_change" : "reject");
