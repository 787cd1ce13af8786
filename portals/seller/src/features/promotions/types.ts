import type { Money } from "@kit/format/money";

export interface Promotion {
  id: string;
  name: string;
  status: "draft" | "running" | "paused" | "ended";
  sentence: string;
  needs_code: boolean;
  ends_at: string | null;
  uses: number;
  uses_max: number | null;
  spent: Money;
  budget: Money | null;
  actions: string[];
}

export interface Permission {
  allowed: boolean;
  most_bp: number;
}
