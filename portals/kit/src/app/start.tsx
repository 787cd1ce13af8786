import { ApiError } from "@kit/http/error";
import { restoreLanguage, useLanguage } from "@kit/i18n/language";
import { applyTheme } from "@kit/shell/theme";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, type ReactNode, StrictMode, Suspense } from "react";
import { I18nProvider } from "react-aria-components";
import { createRoot } from "react-dom/client";

const Toaster = lazy(async () => ({ default: (await import("./toaster")).PortalToaster }));

/** A refusal is an answer: only what may go away by itself is asked again. */
function mayRetry(failures: number, problem: Error): boolean {
  const passing = problem instanceof ApiError && (problem.status === 0 || problem.status >= 500);
  return passing && failures < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: mayRetry }, mutations: { retry: false } },
});

// React Aria adds a style element unless it finds this id; its one rule is in styles.css.
function claimPressableStyle() {
  const claim = document.createElement("meta");
  claim.id = "react-aria-pressable-style";
  document.head.append(claim);
}

function Root({ children }: { children: ReactNode }) {
  const language = useLanguage();
  // A new key draws everything again in the new language; what was fetched stays in the query cache.
  return (
    <I18nProvider key={language} locale={language === "hi" ? "hi-IN" : "en-IN"}>
      {children}
      <Suspense>
        <Toaster />
      </Suspense>
    </I18nProvider>
  );
}

export async function start(portal: ReactNode) {
  applyTheme();
  claimPressableStyle();
  await restoreLanguage();
  const place = document.getElementById("root") ?? document.body.appendChild(document.createElement("div"));
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Root>{portal}</Root>
      </QueryClientProvider>
    </StrictMode>,
  );
}
