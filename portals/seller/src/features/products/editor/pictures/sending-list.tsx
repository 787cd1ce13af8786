import { Bar } from "@kit/ui/bar";
import { Button } from "@kit/ui/button";
import { RotateCw, X } from "lucide-react";
import { t } from "@/i18n/t";
import type { Pictures } from "./use-pictures";

/** Files on their way, and those that were refused with the reason; these stay until somebody has read it. */
export function SendingList({ pictures: { sending, retry, drop } }: { pictures: Pictures }) {
  if (sending.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {sending.map((one) => (
        <li key={one.key} className="flex items-center gap-2 rounded-lg border border-line px-3 py-2">
          <div className="min-w-0 flex-1">
            <p className="truncate text-sm">{one.file.name}</p>
            {one.problem ? (
              <p role="alert" className="text-bad text-xs">
                {one.problem}
              </p>
            ) : (
              <Bar label={t("Sending {name}", { name: one.file.name })} value={one.share} most={1} />
            )}
          </div>
          {one.problem && (
            <>
              <Button
                look="quiet"
                size="icon"
                aria-label={t("Send {name} again", { name: one.file.name })}
                onPress={() => retry(one)}
              >
                <RotateCw aria-hidden size={15} />
              </Button>
              <Button
                look="quiet"
                size="icon"
                aria-label={t("Forget {name}", { name: one.file.name })}
                onPress={() => drop(one.key)}
              >
                <X aria-hidden size={15} />
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
