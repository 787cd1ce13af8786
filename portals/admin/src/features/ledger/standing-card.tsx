import { useAct } from "@kit/form/use-act";
import { momentText } from "@kit/format/date";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Disclosure } from "@kit/ui/disclosure";
import { Notice } from "@kit/ui/notice";
import { Section } from "@kit/ui/section";
import { TextLink } from "@kit/ui/text-link";
import type { BookStanding } from "@/api/types";
import { t, tn } from "@/i18n/t";
import { CheckRow } from "./check-row";

/** What the last walk through the whole of the books found, invariant by invariant. */
export function StandingCard({ standing }: { standing: BookStanding }) {
  const { verified_at, verified, checks, hash } = standing;
  const prove = useAct(() => http.post("admin/ledger/proofs", {}), t("The books are being proved. Look again soon."));
  return (
    <Section
      title={t("Last proof")}
      aside={
        <Button size="sm" isPending={prove.running} onPress={() => prove.run(undefined)}>
          {t("Prove now")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Verdict standing={standing} />
        <Waiting standing={standing} />
        {verified_at && (
          <p className="text-muted text-sm">
            {tn("{count} entry is sealed.", "{count} entries are sealed.", verified)}{" "}
            {t("Proved {moment}.", { moment: momentText(verified_at) })}
          </p>
        )}
        {checks.length > 0 && (
          <Disclosure label={t("What was checked")}>
            <ul className="divide-y divide-line">
              {checks.map((check) => (
                <CheckRow key={`${check.number}${check.title}`} check={check} />
              ))}
            </ul>
            {hash && (
              <p className="wrap-anywhere mt-3 text-faint text-xs">{t("The seal ends with {hash}.", { hash })}</p>
            )}
          </Disclosure>
        )}
      </div>
    </Section>
  );
}

/** What adds up and still needs somebody. */
function Waiting({ standing: { checks } }: { standing: BookStanding }) {
  const waiting = checks.flatMap(({ warnings }) => warnings);
  if (waiting.length === 0) return null;
  return (
    <Notice tone="warn" title={t("Something waits for somebody")}>
      {waiting.map((sentence) => (
        <p key={sentence} className="wrap-anywhere">
          {sentence}
        </p>
      ))}
      <TextLink to="/recon">{t("Look into it")}</TextLink>
    </Notice>
  );
}

function Verdict({ standing: { verified_at, holds, checks } }: { standing: BookStanding }) {
  if (!verified_at) {
    return <Notice title={t("Not proved yet")}>{t("This happens every hour by itself.")}</Notice>;
  }
  if (holds) {
    return (
      <Notice tone="good" title={t("The books hold")}>
        {t("Every entry is sealed and agrees with its order, payment, refund and payout.")}
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title={t("The books do not hold")} alert>
      {checks
        .flatMap(({ faults }) => faults)
        .map((fault) => (
          <p key={fault} className="wrap-anywhere">
            {fault}
          </p>
        ))}
    </Notice>
  );
}
