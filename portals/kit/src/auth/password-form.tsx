import { FormError } from "@kit/form/form-error";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { signInByPassword } from "./doors";
import type { Entered } from "./factor-api";

interface PasswordFormProps {
  onEntered: (entered: Entered) => void;
}

/** The other first proof, for those who have set one. Both fields are there at once, so that password managers help. */
export function PasswordForm({ onEntered }: PasswordFormProps) {
  const { form, onSubmit, sending } = useApiForm({
    values: { identifier: "", password: "" },
    send: async ({ identifier, password }) => (await signInByPassword(identifier.trim(), password)).data,
    done: onEntered,
  });
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <TextField
        form={form}
        name="identifier"
        label={t("Mobile number or e-mail")}
        autoComplete="username"
        autoFocus
        required
      />
      <TextField
        form={form}
        name="password"
        type="password"
        label={t("Password")}
        hint={t("Forgotten? Sign in with a code and set a new one.")}
        autoComplete="current-password"
        required
      />
      <FormError form={form} />
      <Button type="submit" look="solid" isPending={sending}>
        {t("Sign in")}
      </Button>
    </form>
  );
}
