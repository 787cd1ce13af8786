import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { toastDone } from "@kit/ui/toast";
import { Copy } from "lucide-react";

/** A value that has to be typed elsewhere without a slip. */
export function CopyValue({ value }: { value: string }) {
  const copy = () => navigator.clipboard.writeText(value).then(() => toastDone(t("Copied")));
  return (
    <span className="flex min-w-0 items-center gap-1">
      <code className="wrap-anywhere min-w-0 text-xs">{value}</code>
      <Button size="icon" look="quiet" onPress={copy} aria-label={t("Copy {value}", { value })}>
        <Copy aria-hidden size={14} />
      </Button>
    </span>
  );
}
