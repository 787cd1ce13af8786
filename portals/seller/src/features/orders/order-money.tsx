import { useResource } from "@kit/app/use-resource";
import { Badge } from "@kit/ui/badge";
import { Disclosure } from "@kit/ui/disclosure";
import { feeText, feeTitle } from "@kit/ui/fee-words";
import { Section } from "@kit/ui/section";
import { Line } from "@kit/ui/skeleton";
import { Sum } from "@kit/ui/sum";
import { figuresSum } from "@/api/figures";
import type { Earnings } from "@/api/types";
import { t } from "@/i18n/t";

/** What the seller gets of this order and why; each line opens to the rule behind its commission. */
export function OrderMoney({ number }: { number: string }) {
  const { data } = useResource<Earnings>(`seller/orders/${number}/earnings`);
  const aside = data && data.lines.length > 0 && (
    <Badge tone={data.is_recognised ? "good" : "plain"}>{data.is_recognised ? t("Earned") : t("After delivery")}</Badge>
  );
  return (
    <Section title={t("Your money")} aside={aside}>
      {data ? <Breakdown earnings={data} /> : <Line width="w-2/3" />}
    </Section>
  );
}

function Breakdown({ earnings }: { earnings: Earnings }) {
  if (earnings.lines.length === 0) {
    return <p className="text-muted text-sm">{t("Fees are computed as soon as the order is paid.")}</p>;
  }
  return (
    <>
      <Sum rows={figuresSum(earnings)} />
      <div className="mt-3">
        <Disclosure label={t("Line by line")}>
          {earnings.lines.map((line) => (
            <div key={`${line.kind}${line.title}${line.explanation}`} className="py-2">
              <p className="wrap-anywhere font-medium">{feeTitle(line.title)}</p>
              <Sum rows={figuresSum(line, feeText(line.explanation))} />
            </div>
          ))}
        </Disclosure>
      </div>
    </>
  );
}
