import { Button } from "@kit/ui/button";
import { useEffect, useState } from "react";
import { t, tn } from "@/i18n/t";

const SECONDS = 10;

/** Says what was saved and gives ten seconds to take it back. */
export function UndoBar({ changed, onUndo, onOver }: { changed: number; onUndo: () => void; onOver: () => void }) {
  const [left, setLeft] = useState(SECONDS);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => now - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) onOver();
  }, [left, onOver]);
  return (
    <div
      role="status"
      className="mb-3 flex flex-wrap items-center justify-between gap-3 rounded-[10px] bg-good-soft px-4 py-2 text-sm"
    >
      <span className="font-medium text-good">{tn("{count} row saved", "{count} rows saved", changed)}</span>
      <Button size="sm" onPress={onUndo}>
        {t("Undo ({seconds})", { seconds: Math.max(left, 0) })}
      </Button>
    </div>
  );
}
