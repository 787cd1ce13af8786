import { FormError } from "@kit/form/form-error";
import { useApiForm } from "@kit/form/use-api-form";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { inputClass, labelClass } from "@kit/ui/label";
import { clsx } from "clsx";
import { FieldError, Input, Label, TextField } from "react-aria-components";
import { useController } from "react-hook-form";
import { type Challenge, verifyCode } from "./api";
import { ResendCode } from "./resend-code";

const DIGITS = 6;

interface CodeFormProps {
  challenge: Challenge;
  onNewChallenge: (challenge: Challenge) => void;
  onAccess: (access: string) => void;
  onBack: () => void;
}

/** Second step. One plain box, so that paste, autofill and screen readers work; a full code is sent at once. */
export function CodeForm({ challenge, onNewChallenge, onAccess, onBack }: CodeFormProps) {
  const { form, onSubmit, sending } = useApiForm({
    values: { code: "" },
    send: async ({ code }) => (await verifyCode(challenge.challenge_id, code)).data,
    done: ({ access }) => onAccess(access),
  });
  const { field, fieldState } = useController({ control: form.control, name: "code" });

  const change = (typed: string) => {
    const code = typed.replace(/\D/g, "").slice(0, DIGITS);
    field.onChange(code);
    if (code.length === DIGITS && !sending) void onSubmit();
  };

  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <TextField
        value={field.value}
        onChange={change}
        isInvalid={fieldState.invalid}
        validationBehavior="aria"
        className="flex flex-col gap-1.5"
      >
        <Label className={labelClass}>{t("Code sent to {masked}", { masked: challenge.masked })}</Label>
        <Input
          ref={field.ref}
          name="code"
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          placeholder="000000"
          className={clsx(inputClass, "tnum h-12 text-center text-xl tracking-[0.4em] sm:text-xl")}
        />
        {fieldState.error && <FieldError className="text-bad text-xs">{fieldState.error.message}</FieldError>}
      </TextField>
      <FormError form={form} />
      <Button type="submit" look="solid" isPending={sending} isDisabled={field.value.length !== DIGITS}>
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
