import { useCan } from "@kit/auth/use-can";
import { useAct } from "@kit/form/use-act";
import { momentText } from "@kit/format/date";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import type { Recon } from "@/api/types";
import { t, tn } from "@/i18n/t";

/** When the provider was last asked, and whether it answered. */
export function ReconCard({ recon: { ran_at, failure, looked_at, healed } }: { recon: Recon }) {
  const count = Object.values(looked_at).reduce((sum, one) => sum + one, 0);
  return (
    <Notice
      tone={failure ? "warn" : "info"}
      title={ran_at ? t("Last compared {moment}", { moment: momentText(ran_at) }) : t("Not compared yet")}
      action={<CompareNow />}
    >
      {failure ||
        (ran_at
          ? [
              tn("{count} thing was looked at.", "{count} things were looked at.", count),
              healed > 0 && tn("{count} was taken over.", "{count} were taken over.", healed),
            ]
              .filter(Boolean)
              .join(" ")
          : t("This happens every ten minutes by itself."))}
    </Notice>
  );
}

function CompareNow() {
  const { run, running } = useAct(
    () => http.post("admin/recon/runs", {}),
    t("The provider is being asked. Look again soon."),
  );
  if (!useCan("recon.edit")) return null;
  return (
    <Button size="sm" isPending={running} onPress={() => run(undefined)}>
      {t("Compare now")}
    </Button>
  );
}
