import { useResource } from "@kit/app/use-resource";
import { momentText } from "@kit/format/date";
import { Notice } from "@kit/ui/notice";
import { ShieldCheck } from "lucide-react";
import { t } from "@/i18n/t";

interface Standing {
  sealed: number;
  sealed_at: string | null;
  hash: string;
  verified: number;
  verified_at: string | null;
  faults: string[];
}

/** How far the log is sealed, and when it was last proved to be whole. */
export function StandingLine({ path }: { path: string }) {
  const { data } = useResource<Standing>(`${path}/standing`, undefined, { refetchInterval: 60_000 });
  if (!data) return null;
  if (data.faults.length > 0) {
    return (
      <div className="mb-4">
        <Notice tone="bad" alert title={t("This log was tampered with")}>
          <ul className="list-disc pl-5">
            {data.faults.slice(0, 10).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      </div>
    );
  }
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-2 text-muted text-sm">
      <ShieldCheck aria-hidden size={15} className="text-good" />
      {data.sealed_at
        ? t("{count} entries are sealed, the last {moment}.", {
            count: data.sealed,
            moment: momentText(data.sealed_at),
          })
        : t("Nothing is sealed yet.")}{" "}
      {data.verified_at &&
        t("Verified up to entry {count} on {moment}.", { count: data.verified, moment: momentText(data.verified_at) })}
    </p>
  );
}
