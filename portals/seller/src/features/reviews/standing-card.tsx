import { StarBars } from "@kit/ui/star-bars";
import { Stat } from "@kit/ui/stat";
import { t, tn } from "@/i18n/t";
import { useStanding } from "./use-standing";

/** All stars of the shop, and the score that decides between equal prices. */
export function StandingCard() {
  const { data } = useStanding();
  if (!data) return null;
  const { figures, score } = data;
  return (
    <div className="mb-4 grid gap-3 sm:grid-cols-3">
      <Stat
        label={t("Your stars")}
        value={figures.average || "–"}
        note={tn("{count} rating", "{count} ratings", figures.total)}
      />
      <Stat
        label={t("Your score")}
        value={t("{score} of 100", { score })}
        note={t(
          "From stars, declined orders and late parcels of 90 days. Of equal prices the better score comes first.",
        )}
      />
      <div className="card p-4">
        <StarBars rows={figures.histogram} />
      </div>
    </div>
  );
}
