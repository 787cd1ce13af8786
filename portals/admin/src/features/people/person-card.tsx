import { ReasonDialog } from "@kit/form/reason-dialog";
import { useAct } from "@kit/form/use-act";
import { momentText } from "@kit/format/date";
import { call, http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { KeyValues } from "@kit/ui/key-values";
import { Notice } from "@kit/ui/notice";
import { Section } from "@kit/ui/section";
import { useState } from "react";
import { t } from "@/i18n/t";
import type { Person } from "./person";

interface PersonCardProps {
  person: Person;
  /** What is shown is asked for again after a change. */
  onChanged: () => void;
}

export function PersonCard({ person, onChanged }: PersonCardProps) {
  const { user, actions } = person;
  const [asking, setAsking] = useState(false);
  const path = `platform/people/${user.id}/factor-reset`;
  const cancel = useAct(() => call("DELETE", path).then(onChanged), t("The reset was called off."));
  const ask = (reason: string) => http.post(path, { reason }).then(onChanged);
  return (
    <Section title={user.name || user.email || user.phone}>
      <div className="flex flex-col gap-4">
        {person.reset && (
          <Notice
            tone="warn"
            title={t("Everything is removed on {moment}", { moment: momentText(person.reset.due_at) })}
            action={
              actions.includes("cancel_reset") && (
                <Button isPending={cancel.running} onPress={() => cancel.run(undefined)}>
                  {t("Call it off")}
                </Button>
              )
            }
          >
            {t("The person was told at every address and can cancel it, too.")}
          </Notice>
        )}
        <KeyValues
          rows={[
            [t("E-mail"), user.email],
            [t("Phone"), user.phone],
            [t("Authenticator apps"), String(person.authenticators)],
            [t("Passkeys"), String(person.passkeys)],
            [t("Recovery codes left"), String(person.recovery_codes_left)],
          ]}
        />
        {actions.includes("reset") && (
          <Button look="danger" className="self-start" onPress={() => setAsking(true)}>
            {t("Remove all second factors")}
          </Button>
        )}
      </div>
      {asking && (
        <ReasonDialog
          title={t("Remove all second factors")}
          consequence={t(
            "After two days apps, passkeys and recovery codes go, and the person is signed out everywhere. Until then they are told and can cancel it.",
          )}
          label={t("Begin the wait")}
          reasonLabel={t("How you made sure that it is this person")}
          danger
          send={ask}
          doneText={t("The person is told.")}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}
