/** A person as support sees them: how they can prove who they are, and whether a reset waits. */
export interface Person {
  user: { id: string; name: string; email: string | null; phone: string | null };
  authenticators: number;
  passkeys: number;
  recovery_codes_left: number;
  reset: { due_at: string } | null;
  actions: string[];
}
