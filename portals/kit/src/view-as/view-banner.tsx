import type { BorrowedView } from "@kit/auth/api";
import { http } from "@kit/http/client";
import { t } from "@kit/i18n/t";
import { Eye } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { leaveView } from "./view";

const SECOND = 1000;

/** Above everything, on every page: whose view this is, how long still, and the way out. */
export function ViewBanner({ view }: { view: BorrowedView }) {
  const left = useSecondsLeft(view.expires_at);
  useEffect(() => {
    if (left === 0) leaveView();
  }, [left]);
  const end = () => http.post("auth/viewings/end").finally(leaveView);
  return (
    <aside
      aria-label={t("Borrowed view")}
      className="sticky top-0 z-50 flex h-12 items-center gap-3 bg-bad px-4 text-sm text-white"
    >
      <Eye aria-hidden size={16} className="shrink-0" />
      <p className="min-w-0 flex-1 truncate">
        <strong>{t("You see this as {name}", { name: view.subject })}</strong>
        <span className="max-sm:hidden"> · {t("read only")}</span>
      </p>
      <span role="timer" className="tnum shrink-0">
        {t("ends in {time}", { time: clockText(left) })}
      </span>
      <Button onPress={end} className="h-9 shrink-0 cursor-pointer rounded-lg border border-white px-3 font-medium">
        {t("End")}
      </Button>
    </aside>
  );
}

function useSecondsLeft(until: string) {
  const count = () => Math.max(0, Math.ceil((new Date(until).getTime() - Date.now()) / SECOND));
  const [left, setLeft] = useState(count);
  useEffect(() => {
    const timer = setInterval(() => setLeft(count()), SECOND);
    return () => clearInterval(timer);
  });
  return left;
}

const clockText = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
