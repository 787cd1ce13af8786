import { http } from "@kit/http/client";
import { Notice } from "@kit/ui/notice";
import { Section } from "@kit/ui/section";
import { Thumb } from "@kit/ui/thumb";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { t, tn } from "@/i18n/t";
import { whole } from "./rules";
import type { Group, Preview } from "./types";

const PAUSE_MS = 350;

/** What the rule takes in today, counted while it is written. */
export function PreviewCard({ rule }: { rule: Group }) {
  const asked = JSON.stringify(whole(rule));
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const query = useQuery({
    queryKey: ["admin/collections/preview", settled],
    queryFn: async () => (await http.post<Preview>("admin/collections/preview", { rule: JSON.parse(settled) })).data,
    enabled: settled !== "null",
    placeholderData: keepPreviousData,
    retry: false,
  });
  const found = settled === "null" ? undefined : query.data;
  return (
    <Section
      title={t("In the shop now")}
      aside={
        <span role="status" className="tnum" aria-busy={query.isFetching}>
          {found &&
            (found.more
              ? t("more than {count}", { count: found.total })
              : tn("{count} product", "{count} products", found.total))}
        </span>
      }
    >
      {query.error && <Notice tone="bad" title={query.error.message} />}
      {!found && !query.error && (
        <p className="text-muted text-sm">{t("Write a condition to see what it takes in.")}</p>
      )}
      {found?.total === 0 && <p className="text-muted text-sm">{t("Nothing fits yet.")}</p>}
      <ul className="grid gap-2 sm:grid-cols-2">
        {found?.products.map(({ id, title, image, price }) => (
          <li key={id} className="flex min-w-0 items-center gap-3">
            <Thumb src={image?.url} />
            <span className="min-w-0 text-sm">
              <span className="line-clamp-2">{title}</span>
              <span className="tnum text-muted text-xs">{price?.text}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
