/** Reviews that wait for somebody of the brand. */
export interface ReviewCounts {
  pending: number;
  reported: number;
}
