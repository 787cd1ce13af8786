import { useAuth } from "./auth-provider";

/** Whether the server lets this person do that. It refuses in any case; this only keeps closed doors out of sight. */
export function useCan(permission: string): boolean {
  return useAuth().me.permissions.includes(permission);
}
