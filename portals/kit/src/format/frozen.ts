/** What the API says of money that waits after a change by which a thief would move it. */
export interface Frozen {
  frozen_until: string | null;
  /** The end of a sentence with “because”. */
  frozen_reason: string;
}
