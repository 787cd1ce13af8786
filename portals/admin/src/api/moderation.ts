/** How much waits for a decision, and the reasons that one may give with the words that sellers read. */
export interface QueueCounts {
  proposed: number;
  changes: number;
  reasons: Record<string, string>;
}
