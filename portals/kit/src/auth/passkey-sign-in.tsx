import { t } from "@kit/i18n/t";
import { beginPasskeySignIn, type Entered, signInByPasskey } from "./factor-api";
import { Or } from "./factor-form";
import { passkeysWork, signWithPasskey } from "./passkey";
import { PasskeyButton } from "./passkey-button";

/** The short way in: no name, no code, and it counts as both factors. */
export function PasskeySignIn({ onEntered }: { onEntered: (entered: Entered) => void }) {
  if (!passkeysWork()) return null;
  const run = async () => {
    const begun = await beginPasskeySignIn();
    const credential = await signWithPasskey(begun.options);
    onEntered(await signInByPasskey({ challenge_id: begun.challenge_id, credential }));
  };
  return (
    <div className="mt-4 flex flex-col gap-4">
      <Or />
      <PasskeyButton label={t("Sign in with a passkey")} run={run} />
    </div>
  );
}
