import { Amount } from "@kit/format/money";
import { call } from "@kit/http/client";
import { ApiError } from "@kit/http/error";
import { Section } from "@kit/ui/section";
import { Line } from "@kit/ui/skeleton";
import { Sum } from "@kit/ui/sum";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { t } from "@/i18n/t";
import type { Preview } from "./types";

const TYPING_MS = 350;

/** The promotion at work on goods of this shop, reckoned by the server while its terms are being written. */
export function LivePreview({ terms }: { terms: object }) {
  const settled = useSettled(JSON.stringify(terms));
  const query = useQuery({
    queryKey: ["admin/promotions/preview", settled],
    queryFn: async ({ signal }) =>
      (await call<Preview>("POST", "admin/promotions/preview", { body: JSON.parse(settled), signal })).data,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Section title={t("On a sample cart")}>
      <div aria-live="polite" aria-busy={query.isFetching}>
        <Body query={query} />
      </div>
    </Section>
  );
}

function Body({
  query: { data, error, isPending },
}: {
  query: { data?: Preview; error: unknown; isPending: boolean };
}) {
  if (error) {
    const words = error instanceof ApiError ? Object.values(error.details).flat()[0] || error.message : String(error);
    return <p className="text-muted text-sm">{words}</p>;
  }
  if (isPending || !data) return <Line width="w-2/3" />;
  if (data.lines.length === 0)
    return <p className="text-muted text-sm">{t("There are no goods to show it on yet.")}</p>;
  return (
    <>
      <ul className="mb-3 flex flex-col gap-2 text-sm">
        {data.lines.map(({ title, quantity, price, discount }) => (
          <li key={title} className="flex justify-between gap-4">
            <span className="wrap-anywhere min-w-0">
              {title} × {quantity}
            </span>
            <span className="whitespace-nowrap text-right">
              <Amount value={price} />
              {discount.minor > 0 && <span className="block text-good text-xs">− {discount.text}</span>}
            </span>
          </li>
        ))}
      </ul>
      <Sum
        rows={[
          { label: t("Without it, delivery included"), amount: data.before },
          { label: t("With it"), amount: data.after, total: true },
          { label: t("Paid by the brand"), amount: data.brand_pays },
          { label: t("Paid by sellers"), amount: data.sellers_pay },
        ]}
      />
      {data.sentences.map((sentence) => (
        <p key={sentence} className="mt-2 text-muted text-xs">
          {sentence}
        </p>
      ))}
    </>
  );
}

/** A text that has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
