import { useResource } from "@kit/app/use-resource";
import type { PlatformOverview } from "@/api/platform-types";
import type { Overview } from "@/api/types";

const REFRESH_MS = 30_000;

export const useOverview = () => useResource<Overview>("admin/overview", undefined, { refetchInterval: REFRESH_MS });

export const usePlatformOverview = () =>
  useResource<PlatformOverview>("platform/overview", undefined, { refetchInterval: REFRESH_MS });
