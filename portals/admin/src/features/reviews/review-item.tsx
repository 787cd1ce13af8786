import { Age } from "@kit/format/date";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { Checkbox } from "@kit/ui/checkbox";
import { StarRow } from "@kit/ui/star-row";
import { TextLink } from "@kit/ui/text-link";
import { clsx } from "clsx";
import { t } from "@/i18n/t";
import { causeText, flagText, statusText, statusTone } from "./labels";
import type { Review, Wish } from "./types";

interface ReviewItemProps {
  review: Review;
  isHere: boolean;
  isChosen: boolean;
  deciding: boolean;
  onFocus: () => void;
  onChoose: () => void;
  onDecide: (verb: Wish["verb"]) => void;
}

/** One review with all that one needs to decide about it. */
export function ReviewItem(props: ReviewItemProps) {
  const { review, isHere, isChosen, deciding, onFocus, onChoose, onDecide } = props;
  const act = (verb: Wish["verb"], label: string, solid = false) => (
    <Button size="sm" look={solid ? "solid" : "outline"} isDisabled={deciding} onPress={() => onDecide(verb)}>
      {label}
    </Button>
  );
  return (
    <li
      data-queue
      tabIndex={-1}
      onFocusCapture={onFocus}
      aria-label={review.title || review.product.title}
      className={clsx("card flex scroll-mt-28 flex-col gap-2 p-4 outline-none", isHere && "ring-2 ring-accent")}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Checkbox label={t("Choose this row")} hideLabel checked={isChosen} onChange={onChoose} />
        <StarRow stars={review.stars} />
        {review.title && <h2 className="wrap-anywhere font-semibold text-sm">{review.title}</h2>}
        <Badge tone={statusTone(review.status)}>{statusText(review.status)}</Badge>
        {review.flags.map((flag) => (
          <Badge key={flag} tone="warn">
            {flagText(flag)}
          </Badge>
        ))}
        <span className="ml-auto text-muted text-xs">
          <Age at={review.edited_at ?? review.written_at} />
        </span>
      </div>
      <p className="text-muted text-xs">
        {review.author} · {review.product.title} ·{" "}
        <TextLink to={`/sellers/${review.seller.id}`}>{review.seller.name}</TextLink> · {review.part}
      </p>
      {review.text && <p className="wrap-anywhere whitespace-pre-line text-sm">{review.text}</p>}
      {review.reason && (
        <p className="text-sm">
          <Badge tone="bad">{causeText(review.reason_code)}</Badge> <q className="text-muted">{review.reason}</q>
        </p>
      )}
      {review.reports.length > 0 && <Reports review={review} />}
      {review.reply && (
        <div className="border-line-strong border-l-2 bg-sunken px-3 py-2 text-sm">
          <p className="text-muted text-xs">
            {t("{name} answers", { name: review.seller.name })} · <Age at={review.reply.written_at} />
          </p>
          <p className={clsx("wrap-anywhere whitespace-pre-line", review.reply.hidden_at && "line-through")}>
            {review.reply.text}
          </p>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {review.status === "pending" && act("publish", t("Publish"), true)}
        {review.status === "hidden" && act("publish", t("Show again"))}
        {review.status === "published" && review.reports.length > 0 && act("publish", t("Keep it"), true)}
        {review.status !== "hidden" && act("hide", t("Hide"))}
        {review.reply && !review.reply.hidden_at && act("hide_reply", t("Hide the answer"))}
        {review.reply?.hidden_at && act("restore_reply", t("Show the answer again"))}
      </div>
    </li>
  );
}

function Reports({ review }: { review: Review }) {
  return (
    <ul className="flex flex-col gap-1 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn">
      {review.reports.map((report) => (
        <li key={`${report.at}${report.cause}`} className="wrap-anywhere">
          {report.seller ? t("Reported by {name}", { name: report.seller }) : t("Reported by a reader")}:{" "}
          {causeText(report.cause)}
          {report.text && (
            <>
              {" "}
              <q>{report.text}</q>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
