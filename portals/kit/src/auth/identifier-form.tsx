import { FormError } from "@kit/form/form-error";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { type Challenge, requestCode } from "./api";

interface IdentifierFormProps {
  onChallenge: (challenge: Challenge, identifier: string) => void;
  /** Filled in already, where it is known whom the code is for. */
  identifier?: string;
}

/** First step: the phone or e-mail. The answer is the same for a known and an unknown one. */
export function IdentifierForm({ onChallenge, identifier = "" }: IdentifierFormProps) {
  const { form, onSubmit, sending } = useApiForm({
    values: { identifier },
    send: async ({ identifier }) => (await requestCode(identifier.trim())).data,
    done: (challenge, { identifier }) => onChallenge(challenge, identifier),
  });
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <TextField
        form={form}
        name="identifier"
        label={t("Mobile number or e-mail")}
        hint={t("We send a code of six digits. There is no password to remember.")}
        autoComplete="username"
        autoFocus
        required
      />
      <FormError form={form} />
      <Button type="submit" look="solid" isPending={sending}>
        {t("Send code")}
      </Button>
    </form>
  );
}
