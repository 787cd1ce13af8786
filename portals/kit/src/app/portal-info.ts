import { http } from "@kit/http/client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";

/** What anyone may know about this address: which portal it is and whose. */
export interface PortalInfo {
  portal: string;
  brand: { slug: string; name: string; theme?: { primary?: string } } | null;
}

export function usePortalInfo() {
  const { data } = useQuery({
    queryKey: ["portal"],
    queryFn: async ({ signal }) => (await http.get<PortalInfo>("portal", undefined, signal)).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const colour = data?.brand?.theme?.primary;
  useEffect(() => {
    if (colour) document.documentElement.style.setProperty("--brand", colour);
  }, [colour]);
  return data;
}
