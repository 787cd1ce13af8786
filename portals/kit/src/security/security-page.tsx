import { useResource } from "@kit/app/use-resource";
import type { Factors } from "@kit/auth/factor-api";
import { SignInWays } from "@kit/auth/sign-in-ways";
import { t } from "@kit/i18n/t";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { AppsSection } from "./apps-section";
import { ContactsSection } from "./contacts-section";
import { PasskeysSection } from "./passkeys-section";
import { RecoverySection } from "./recovery-section";
import { ResetNotice } from "./reset-notice";
import { SessionsSection } from "./sessions-section";

/** How a person signs in and proves who they are. Each part is a section of its own. */
export function SecurityPage() {
  const factors = useResource<Factors>("me/factors");
  return (
    <Loaded query={factors} cards={3}>
      {(mine) => (
        <>
          <PageHeader title={t("Security")} lead={t("How you sign in, and what confirms that it is you.")} />
          <div className="flex max-w-3xl flex-col gap-4">
            {mine.reset && <ResetNotice dueAt={mine.reset.due_at} />}
            <ContactsSection />
            <SignInWays />
            <AppsSection apps={mine.authenticators} />
            <PasskeysSection passkeys={mine.passkeys} />
            {mine.authenticators.length + mine.passkeys.length > 0 && (
              <RecoverySection left={mine.recovery_codes_left} />
            )}
            <SessionsSection />
          </div>
        </>
      )}
    </Loaded>
  );
}
