import { Thumb } from "@kit/ui/thumb";
import { t } from "@/i18n/t";
import type { ReturnLine } from "./types";

/** What comes back, why, and what was counted of it. */
export function ReturnLines({ lines }: { lines: ReturnLine[] }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.line_id} className="flex gap-3 p-4 text-sm">
          <Thumb src={line.image} />
          <div className="min-w-0 flex-1">
            <p className="wrap-anywhere font-medium">
              <span className="tnum">{line.quantity}</span> × {line.title}
            </p>
            <p className="text-muted text-xs">{line.sku}</p>
            <p className="mt-1">{line.reason_text}</p>
            {line.instead && <p className="text-muted">{t("Wants instead: {goods}", { goods: line.instead })}</p>}
            <p className="text-muted text-xs">
              {line.way_back_paid_by === "seller"
                ? t("The seller pays the way back")
                : t("The customer pays the way back")}
            </p>
            {line.accepted !== null && (
              <p className="tnum mt-1 text-xs">
                {t("{accepted} accepted, {received} arrived, {resellable} can be sold again", {
                  accepted: line.accepted,
                  received: line.received ?? 0,
                  resellable: line.resellable ?? 0,
                })}
                {line.refusal && `: ${line.refusal}`}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
