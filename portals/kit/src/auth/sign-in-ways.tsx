import { useResource } from "@kit/app/use-resource";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { useState } from "react";
import { useAuth } from "./auth-provider";
import { ConnectedAccounts } from "./connected-accounts";
import { reasonInWords, WAYS, type Ways } from "./doors";
import { OwnPassword } from "./own-password";
import { takeProviderReturn } from "./provider-return";

/** How the signed-in person gets in: a password if they want one, and accounts of other issuers. */
export function SignInWays() {
  const query = useResource<Ways>(WAYS);
  const [came] = useState(takeProviderReturn);
  return (
    <>
      {came?.outcome === "connected" && <Notice tone="good" title={t("Connected. It signs you in from now on.")} />}
      {came?.outcome === "failed" && <Notice tone="bad" alert title={reasonInWords(came.reason)} />}
      <Loaded query={query}>
        {(ways) => (
          <>
            {!ways.may_change && <SignInAgain />}
            <OwnPassword has={ways.password} locked={!ways.may_change} />
            <ConnectedAccounts ways={ways} />
          </>
        )}
      </Loaded>
    </>
  );
}

function SignInAgain() {
  const { signOut } = useAuth();
  return (
    <Notice
      title={t("To change this, sign in again")}
      action={<Button onPress={() => void signOut()}>{t("Sign in again")}</Button>}
    >
      {t("For five minutes after you sign in with a code or your password, you can change how you sign in.")}
    </Notice>
  );
}
