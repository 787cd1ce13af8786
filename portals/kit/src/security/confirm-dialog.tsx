import type { Challenge } from "@kit/auth/api";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import { Notice } from "@kit/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { askConfirmation, confirmByCode } from "./api";
import { CodeStep } from "./code-step";

interface ConfirmDialogProps {
  onConfirmed: () => void;
  onClose: () => void;
}

/** Asks whether it is really them, by a code to an address of theirs. */
export function ConfirmDialog({ onConfirmed, onClose }: ConfirmDialogProps) {
  const [challenge, setChallenge] = useState<Challenge>();
  const ask = useMutation({
    mutationFn: askConfirmation,
    onSuccess: ({ data }) => setChallenge(data),
  });
  return (
    <Dialog title={t("Is it you?")} onClose={onClose}>
      {challenge ? (
        <CodeStep
          lead={t("Code sent to {masked}", { masked: challenge.masked })}
          label={t("Confirm")}
          send={(code) => confirmByCode(challenge.challenge_id, code)}
          onDone={onConfirmed}
          onClose={onClose}
        />
      ) : (
        <div className="flex flex-col gap-4">
          <p className="text-muted text-sm">
            {t("It is some time since you signed in. We send a code to an address of yours first.")}
          </p>
          {ask.error && <Notice tone="bad" alert title={ask.error.message} />}
          <DialogFooter>
            <Button onPress={onClose}>{t("Cancel")}</Button>
            <Button look="solid" isPending={ask.isPending} onPress={() => ask.mutate()}>
              {t("Send code")}
            </Button>
          </DialogFooter>
        </div>
      )}
    </Dialog>
  );
}
