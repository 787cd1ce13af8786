import { Amount } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import type { Dispute } from "@/api/types";
import { t } from "@/i18n/t";
import { DivideButton } from "./divide-dialog";

/** Which parts of the order it is about, and what of each waits or was charged. */
export function Shares({ dispute }: { dispute: Dispute }) {
  const { shares, actions, state } = dispute;
  const words: Record<string, string> = { seller: t("the seller bears it"), brand: t("the brand bears it") };
  const isOver = state === "won" || state === "closed";
  return (
    <Section
      title={t("Whose money it is")}
      aside={actions.includes("divide") && <DivideButton dispute={dispute} />}
      flush
    >
      <ul className="divide-y divide-line">
        {shares.map(({ part, seller, amount, bearer }) => (
          <li key={part} className="flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-3 text-sm">
            <span className="min-w-0">
              <span className="font-medium">{seller || t("The brand's own")}</span>{" "}
              <span className="text-muted">{part}</span>
            </span>
            <span className="text-end">
              <Amount value={amount} strong />{" "}
              <span className="text-muted text-xs">
                {words[bearer] ?? (isOver ? t("let go") : seller ? t("held back") : "")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
