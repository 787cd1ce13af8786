import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { toastDone } from "@kit/ui/toast";
import { clsx } from "clsx";
import { Copy } from "lucide-react";

/** A value that has to be typed elsewhere without a slip; `large` where it is what the window is about. */
export function CopyValue({ value, large = false }: { value: string; large?: boolean }) {
  const copy = () => navigator.clipboard.writeText(value).then(() => toastDone(t("Copied")));
  return (
    <span className="flex min-w-0 items-center gap-1">
      <code className={clsx("wrap-anywhere min-w-0", large ? "font-semibold text-lg tracking-wide" : "text-xs")}>
        {value}
      </code>
      <Button size="icon" look="quiet" onPress={copy} aria-label={t("Copy {value}", { value })}>
        <Copy aria-hidden size={14} />
      </Button>
    </span>
  );
}
