export type ImportStatus =
  | "uploaded"
  | "mapped"
  | "checking"
  | "checked"
  | "running"
  | "paused"
  | "stopped"
  | "done"
  | "failed"
  | "undoing"
  | "rolled_back";
export type Outcome = "create" | "change" | "unchanged" | "refused";
export type Counts = Record<Outcome, number>;
export type Verb = "check" | "run" | "pause" | "resume" | "stop" | "undo" | "discard";

export interface ImportRow {
  id: string;
  file_name: string;
  file_bytes: number;
  status: ImportStatus;
  rows: number;
  done_rows: number;
  total_rows: number;
  checked: Counts;
  done: Counts;
  undone: Counts;
  failure: string;
  created_at: string;
  ended_at: string | null;
  actions: string[];
  rate: number | null;
  seconds_left: number | null;
}

export interface FileImport extends ImportRow {
  layout: { kind: string; codec: string; delimiter: string; sheet: string; header_line: number };
  header: string[];
  columns: string[];
  preview: string[][];
  notes: string[];
  options: Record<string, unknown>;
  is_remembered: boolean;
  unknown: { text: string; rows: number }[];
}

export interface ResultRow {
  number: number;
  line: number;
  cells: string[];
  outcome: Outcome | "";
  column: string;
  place: number;
  message: string;
  /** The message sentence by sentence, for other languages. */
  told: { code: string; params: Record<string, string> }[];
}

export interface Target {
  code: string;
  label: string;
  why: string;
  is_needed: boolean;
}

export interface FileExport {
  id: string;
  status: "asked" | "ready" | "failed";
  rows: number;
  failure: string;
  name: string;
  url: string | null;
}

/** What is done by itself, so that a screen need only look again. */
export const isAtWork = ({ status }: { status: ImportStatus }) =>
  status === "checking" || status === "running" || status === "undoing";
