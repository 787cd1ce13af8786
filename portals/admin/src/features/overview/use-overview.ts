import { useResource } from "@kit/app/use-resource";
import type { PlatformOverview } from "@/api/platform-types";

const REFRESH_MS = 30_000;

export const usePlatformOverview = () =>
  useResource<PlatformOverview>("platform/overview", undefined, { refetchInterval: REFRESH_MS });
