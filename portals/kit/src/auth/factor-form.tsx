import { FormError } from "@kit/form/form-error";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { CodeBox } from "./code-box";
import type { Begun, Method, Proof } from "./factor-api";
import { passkeysWork, type RequestOptions, signWithPasskey } from "./passkey";
import { PasskeyButton } from "./passkey-button";

interface FactorFormProps<Result> {
  methods: Method[];
  label: string;
  send: (proof: Proof) => Promise<Result>;
  beginPasskey: () => Promise<Begun<RequestOptions>>;
  done: (result: Result) => void;
}

/** Asks for a second factor in one of the ways that this person has. */
export function FactorForm<Result>({ methods, label, send, beginPasskey, done }: FactorFormProps<Result>) {
  const hasPasskey = methods.includes("passkey") && passkeysWork();
  const hasApp = methods.includes("totp");
  const [typed, setTyped] = useState<"totp" | "recovery_code" | undefined>(hasApp ? "totp" : undefined);
  const byPasskey = async () => {
    const begun = await beginPasskey();
    const credential = await signWithPasskey(begun.options);
    done(await send({ method: "passkey", challenge_id: begun.challenge_id, credential }));
  };
  return (
    <div className="flex flex-col gap-4">
      {hasPasskey && (
        <PasskeyButton label={t("Use a passkey")} look={typed === "totp" ? "outline" : "solid"} run={byPasskey} />
      )}
      {hasPasskey && typed && <Or />}
      {typed && <TypedProof key={typed} method={typed} label={label} send={send} done={done} />}
      {typed !== "recovery_code" && methods.includes("recovery_code") && (
        <Button look="quiet" size="sm" className="self-start" onPress={() => setTyped("recovery_code")}>
          {t("Use a recovery code")}
        </Button>
      )}
      {typed === "recovery_code" && hasApp && (
        <Button look="quiet" size="sm" className="self-start" onPress={() => setTyped("totp")}>
          {t("Use the authenticator app")}
        </Button>
      )}
    </div>
  );
}

export function Or() {
  return (
    <div aria-hidden className="flex items-center gap-3 text-faint text-xs">
      <span className="h-px flex-1 bg-line" />
      {t("or")}
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}

interface TypedProofProps<Result> {
  method: "totp" | "recovery_code";
  label: string;
  send: (proof: Proof) => Promise<Result>;
  done: (result: Result) => void;
}

function TypedProof<Result>({ method, label, send, done }: TypedProofProps<Result>) {
  const { form, onSubmit, sending } = useApiForm({
    values: { code: "" },
    send: ({ code }) => send({ method, code }),
    done,
  });
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      {method === "totp" ? (
        <CodeBox
          form={form}
          name="code"
          label={t("Code of your authenticator app")}
          hint={t("Open the app and type the six digits that it shows now. Each works once.")}
          onFull={() => sending || void onSubmit()}
        />
      ) : (
        <TextField
          form={form}
          name="code"
          label={t("Recovery code")}
          hint={t("One of the ten that you kept when you set this up. Each works once.")}
          upper
          autoFocus
          required
        />
      )}
      <FormError form={form} />
      <Button type="submit" look="solid" isPending={sending}>
        {label}
      </Button>
    </form>
  );
}
