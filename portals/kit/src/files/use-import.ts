import { useResource } from "@kit/app/use-resource";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type FileImport, isAtWork } from "./types";

const LOOK_AGAIN_MS = 1500;

/** One import, looked at again while it works; what hangs on it is asked anew when it has ended. */
export function useImport(base: string, id: string) {
  const queries = useQueryClient();
  const [working, setWorking] = useState(false);
  const query = useResource<FileImport>(`${base}/imports/${id}`, undefined, {
    refetchInterval: working ? LOOK_AGAIN_MS : undefined,
  });
  const now = query.data ? isAtWork(query.data) : false;
  useEffect(() => {
    if (now === working) return;
    setWorking(now);
    if (!now) void queries.invalidateQueries();
  }, [now, working, queries]);
  return query;
}
