import { Age } from "@kit/format/date";
import { Button } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import { StarRow } from "@kit/ui/star-row";
import { TextLink } from "@kit/ui/text-link";
import { useState } from "react";
import { t, tn } from "@/i18n/t";
import { AnswerDialog } from "./answer-dialog";
import { ReportDialog } from "./report-dialog";
import type { Review } from "./types";

/** What one buyer said, and what the shop answered in public. */
export function ReviewItem({ review }: { review: Review }) {
  const [open, setOpen] = useState<"answer" | "report" | "">("");
  const { reply } = review;
  const close = () => setOpen("");
  return (
    <li className="card flex flex-col gap-2 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StarRow stars={review.stars} />
        {review.title && <h2 className="wrap-anywhere font-semibold text-sm">{review.title}</h2>}
        <span className="ml-auto text-muted text-xs">
          <Age at={review.written_at} />
        </span>
      </div>
      <p className="text-muted text-xs">
        {review.author} · <TextLink to={`/products/${review.product.id}`}>{review.product.title}</TextLink>
        {review.bought && ` · ${review.bought}`} · <TextLink to={`/orders/${review.part}`}>{review.part}</TextLink>
        {review.votes > 0 && ` · ${tn("helped {count} reader", "helped {count} readers", review.votes)}`}
      </p>
      {review.text && <p className="wrap-anywhere whitespace-pre-line text-sm">{review.text}</p>}
      {reply && (
        <div className="border-accent border-l-2 bg-sunken px-3 py-2 text-sm">
          <p className="text-muted text-xs">
            {t("Your answer")} · <Age at={reply.edited_at ?? reply.written_at} />
          </p>
          <p className="wrap-anywhere whitespace-pre-line">{reply.text}</p>
        </div>
      )}
      {reply?.hidden_reason && (
        <Notice tone="warn" title={t("The brand does not show your answer.")}>
          <q>{reply.hidden_reason}</q>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {!reply?.hidden_reason && (
          <Button size="sm" look={reply ? "outline" : "solid"} onPress={() => setOpen("answer")}>
            {reply ? t("Change the answer") : t("Answer")}
          </Button>
        )}
        <Button size="sm" look="quiet" onPress={() => setOpen("report")}>
          {t("Report")}
        </Button>
      </div>
      {open === "answer" && <AnswerDialog review={review} onClose={close} />}
      {open === "report" && <ReportDialog review={review} onClose={close} />}
    </li>
  );
}
