import { http } from "@kit/http/client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";

/** What anyone may know about this address: which portal it is and whose. */
export interface PortalInfo {
  portal: string;
  brand: { slug: string; name: string; theme?: { primary?: string; on_primary?: string } } | null;
}

export const PORTAL_KEY = "portal";

export function usePortalInfo() {
  const { data } = useQuery({
    queryKey: [PORTAL_KEY],
    queryFn: async ({ signal }) => (await http.get<PortalInfo>("me/portal", undefined, signal)).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const theme = data?.brand?.theme;
  useEffect(() => {
    const root = document.documentElement.style;
    if (theme?.primary) root.setProperty("--brand", theme.primary);
    if (theme?.on_primary) root.setProperty("--on-brand", theme.on_primary);
  }, [theme]);
  return data;
}
