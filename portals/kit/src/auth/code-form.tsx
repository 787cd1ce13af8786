import { FormError } from "@kit/form/form-error";
import { useApiForm } from "@kit/form/use-api-form";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { type Challenge, verifyCode } from "./api";
import { CodeBox, DIGITS } from "./code-box";
import type { Entered } from "./factor-api";
import { ResendCode } from "./resend-code";

interface CodeFormProps {
  challenge: Challenge;
  onNewChallenge: (challenge: Challenge) => void;
  onEntered: (entered: Entered) => void;
  onBack: () => void;
}

/** Second step: the code that was sent. */
export function CodeForm({ challenge, onNewChallenge, onEntered, onBack }: CodeFormProps) {
  const { form, onSubmit, sending } = useApiForm({
    values: { code: "" },
    send: async ({ code }) => (await verifyCode(challenge.challenge_id, code)).data,
    done: onEntered,
  });
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <CodeBox
        form={form}
        name="code"
        label={t("Code sent to {masked}", { masked: challenge.masked })}
        onFull={() => sending || void onSubmit()}
      />
      <FormError form={form} />
      <Button type="submit" look="solid" isPending={sending} isDisabled={form.watch("code").length !== DIGITS}>
        {t("Sign in")}
      </Button>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Button look="quiet" size="sm" onPress={onBack}>
          {t("Use another number or e-mail")}
        </Button>
        <ResendCode challenge={challenge} onNewChallenge={onNewChallenge} />
      </div>
    </form>
  );
}
