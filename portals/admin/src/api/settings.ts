/** What a brand's settings answer; the generated document leaves the lists of choices open. */

export type DomainStatus = "pending_dns" | "verified" | "live" | "failed" | "removed";
export type DomainProblem = "" | "no_proof" | "points_elsewhere" | "proven_by_other" | "too_late";

export interface Domain {
  id: string;
  domain: string;
  status: DomainStatus;
  problem: DomainProblem;
  is_primary: boolean;
  proof_name: string;
  proof_value: string;
  points_to: string;
  checked_at: string | null;
  live_at: string | null;
  actions: string[];
}

export interface Domains {
  platform_host: string;
  primary_host: string;
  domains: Domain[];
}

export interface PaymentAccount {
  own: boolean;
  key_id: string;
  key_secret_masked: string;
  webhook_secret_masked: string;
  previous_secret_until: string | null;
  webhook_url: string;
}
