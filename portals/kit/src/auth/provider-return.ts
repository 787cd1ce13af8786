/** What the server put into the address when it sent the browser back from an issuer. */
export interface ProviderReturn {
  outcome: "back" | "connected" | "failed";
  reason: string | null;
}

/** Reads it once and takes it out of the address, so that a reload does not tell old news. */
export function takeProviderReturn(): ProviderReturn | undefined {
  const url = new URL(window.location.href);
  const outcome = url.searchParams.get("provider");
  if (outcome !== "back" && outcome !== "connected" && outcome !== "failed") return undefined;
  const reason = url.searchParams.get("reason");
  url.searchParams.delete("provider");
  url.searchParams.delete("reason");
  window.history.replaceState(window.history.state, "", url);
  return { outcome, reason };
}
