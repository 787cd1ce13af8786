import { t } from "@kit/i18n/t";
import { PageHeader } from "@kit/ui/page-header";
import { ContactsSection } from "./contacts-section";
import { SessionsSection } from "./sessions-section";

/** A person's own sign-in: how, and where. */
export function PersonPage() {
  return (
    <>
      <PageHeader title={t("Your sign-in")} lead={t("How you get in here, and where you are signed in.")} />
      <div className="flex flex-col gap-4">
        <ContactsSection />
        <SessionsSection />
      </div>
    </>
  );
}
