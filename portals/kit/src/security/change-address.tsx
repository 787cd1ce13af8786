import type { Challenge } from "@kit/auth/api";
import { FormError } from "@kit/form/form-error";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { ApiError } from "@kit/http/error";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askForAddress, proveAddress } from "./api";
import { CodeStep } from "./code-step";
import { ConfirmDialog } from "./confirm-dialog";
import { JoinAccounts } from "./join-accounts";

type Step = { at: "ask" } | { at: "confirm" } | { at: "code"; challenge: Challenge } | { at: "taken"; proven: string };

/** Another phone or e-mail: confirmed first if need be, proven by a code, and joined when it has an account of its own. */
export function ChangeAddress({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ at: "ask" });
  const [typed, setTyped] = useState("");
  if (step.at === "confirm") {
    return <ConfirmDialog onClose={onClose} onConfirmed={() => setStep({ at: "ask" })} />;
  }
  if (step.at === "taken") return <JoinAccounts proven={step.proven} onClose={onClose} />;
  const done = () => {
    toastDone(t("Changed. Your other sign-ins have ended."));
    onClose();
    return queries.invalidateQueries();
  };
  return (
    <Dialog title={t("Another phone or e-mail")} onClose={onClose}>
      {step.at === "code" ? (
        <CodeStep
          lead={t("Code sent to {masked}", { masked: step.challenge.masked })}
          label={t("Sign in by this from now on")}
          send={async (code) => {
            try {
              return await proveAddress(step.challenge.challenge_id, code);
            } catch (problem) {
              if (!(problem instanceof ApiError) || problem.code !== "address_taken") throw problem;
              return "taken";
            }
          }}
          onDone={(result) =>
            result === "taken" ? setStep({ at: "taken", proven: step.challenge.challenge_id }) : void done()
          }
          onClose={onClose}
        />
      ) : (
        <AskForAddress
          typed={typed}
          onClose={onClose}
          onSent={(challenge) => setStep({ at: "code", challenge })}
          onStale={(words) => {
            setTyped(words);
            setStep({ at: "confirm" });
          }}
        />
      )}
    </Dialog>
  );
}

interface AskProps {
  typed: string;
  onSent: (challenge: Challenge) => void;
  onStale: (typed: string) => void;
  onClose: () => void;
}

function AskForAddress({ typed, onSent, onStale, onClose }: AskProps) {
  const { form, onSubmit, sending } = useApiForm({
    values: { identifier: typed },
    send: async ({ identifier }) => {
      try {
        return (await askForAddress(identifier.trim())).data;
      } catch (problem) {
        if (!(problem instanceof ApiError) || problem.code !== "fresh_login_required") throw problem;
        return undefined;
      }
    },
    done: (challenge, { identifier }) => (challenge ? onSent(challenge) : onStale(identifier)),
  });
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <TextField
        form={form}
        name="identifier"
        label={t("Mobile number or e-mail")}
        hint={t("The old address gets a link that undoes it for three days. What you are paid waits as long.")}
        maxLength={254}
        required
        autoFocus
      />
      <FormError form={form} />
      <DialogFooter>
        <Button onPress={onClose} isDisabled={sending}>
          {t("Cancel")}
        </Button>
        <Button type="submit" look="solid" isPending={sending}>
          {t("Send code")}
        </Button>
      </DialogFooter>
    </form>
  );
}
