import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import { Notice } from "@kit/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { askMergeCode, type Merge, offerMerge, proveMerge, type SentCode } from "./api";
import { CodeStep } from "./code-step";

interface JoinAccountsProps {
  /** The challenge by which the other account's address was proven. */
  proven: string;
  onClose: () => void;
}

interface Waiting {
  merge: Merge;
  sent: SentCode;
}

/** The proven address has an account of its own: join the two, one proof after the other. */
export function JoinAccounts({ proven, onClose }: JoinAccountsProps) {
  const [waiting, setWaiting] = useState<Waiting>();
  const [joined, setJoined] = useState<Merge>();
  const go = async (merge: Merge) => {
    if (merge.next_proof) setWaiting({ merge, sent: (await askMergeCode(merge.id)).data });
    else setJoined(merge);
  };
  const begin = useMutation({ mutationFn: async () => go((await offerMerge(proven)).data) });
  return (
    <Dialog title={t("You have another account")} onClose={onClose}>
      {joined ? (
        <Joined merge={joined} onClose={onClose} />
      ) : waiting ? (
        <CodeStep
          key={waiting.merge.next_proof}
          lead={proofText(waiting)}
          label={t("Go on")}
          field={waiting.merge.next_proof === "source_factor" ? t("Code") : undefined}
          send={async (code) => go((await proveMerge(waiting.merge.id, waiting.sent.challenge_id, code)).data)}
          onDone={() => undefined}
          onClose={onClose}
        />
      ) : (
        <div className="flex flex-col gap-4">
          <p className="text-muted text-sm">
            {t(
              "This address signs in to an account of its own. You can make the two one: roles, orders and addresses come together here. It cannot be undone.",
            )}
          </p>
          {begin.error && <Notice tone="bad" alert title={begin.error.message} />}
          <DialogFooter>
            <Button onPress={onClose}>{t("Leave them apart")}</Button>
            <Button look="solid" isPending={begin.isPending} onPress={() => begin.mutate()}>
              {t("Make them one")}
            </Button>
          </DialogFooter>
        </div>
      )}
    </Dialog>
  );
}

function Joined({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  return (
    <div className="flex flex-col gap-4">
      <Notice
        tone="good"
        title={t("Your accounts are being joined. In a moment you are signed out and sign in again.")}
      >
        {merge.conflicts.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      <DialogFooter>
        <Button onPress={onClose}>{t("Close")}</Button>
      </DialogFooter>
    </div>
  );
}

const proofText = ({ merge, sent }: Waiting) =>
  merge.next_proof === "source_factor"
    ? t(
        "The other account has a second factor. Type the six digits of its authenticator app, or one of its recovery codes.",
      )
    : t("Code sent to {masked}", { masked: sent.masked });
