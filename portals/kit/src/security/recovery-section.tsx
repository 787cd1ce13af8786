import { renewCodes } from "@kit/auth/factor-api";
import { useAct } from "@kit/form/use-act";
import { t } from "@kit/i18n/t";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { useState } from "react";
import { CodesDialog } from "./codes-dialog";

const FEW = 3;

export function RecoverySection({ left }: { left: number }) {
  const [codes, setCodes] = useState<string[]>();
  const renew = async () => setCodes((await renewCodes()).recovery_codes);
  const { run, running } = useAct(renew, t("New recovery codes were made."));
  return (
    <Section
      title={t("Recovery codes")}
      aside={<Badge tone={left <= FEW ? "warn" : "plain"}>{t("{count} left", { count: left })}</Badge>}
    >
      <div className="flex flex-col items-start gap-3">
        <p className="text-muted text-sm">
          {t("For the day on which your phone or key is lost. New codes end the old ones.")}
        </p>
        <Button isPending={running} onPress={() => run(undefined)}>
          {t("Make new recovery codes")}
        </Button>
      </div>
      {codes && <CodesDialog codes={codes} onClose={() => setCodes(undefined)} />}
    </Section>
  );
}
