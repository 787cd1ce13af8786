import { cancelReset } from "@kit/auth/factor-api";
import { useAct } from "@kit/form/use-act";
import { momentText } from "@kit/format/date";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";

/** Support was asked to take everything away: the person can say no until then. */
export function ResetNotice({ dueAt }: { dueAt: string }) {
  const { run, running } = useAct(cancelReset, t("The removal was cancelled."));
  return (
    <Notice
      tone="bad"
      alert
      title={t("Support will remove all of this on {moment}", { moment: momentText(dueAt) })}
      action={
        <Button isPending={running} onPress={() => run(undefined)}>
          {t("Cancel the removal")}
        </Button>
      }
    >
      {t("If you did not ask for it, cancel it now.")}
    </Notice>
  );
}
