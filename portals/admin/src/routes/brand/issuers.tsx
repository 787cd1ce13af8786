import { useResource } from "@kit/app/use-resource";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { ISSUERS, type Issuer } from "@/features/signin/issuer";
import { IssuerCard } from "@/features/signin/issuer-card";
import { IssuerDialog } from "@/features/signin/issuer-dialog";
import { t } from "@/i18n/t";

/** The issuers of the brand's own, such as its Keycloak. */
export function IssuersPage() {
  const query = useResource<Issuer[]>(ISSUERS);
  const [adding, setAdding] = useState(false);
  const add = (
    <Button look="solid" onPress={() => setAdding(true)}>
      <Plus aria-hidden size={16} />
      {t("Add your own sign-in")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("Sign-in")}
        lead={t("Let your people sign in with the accounts they have at your company. Codes always work as well.")}
        actions={query.data?.length ? add : undefined}
      />
      <Loaded query={query} below>
        {(found) => (
          <div className="flex max-w-3xl flex-col gap-4">
            {found.map((one) => (
              <IssuerCard key={one.id} found={one} />
            ))}
            {found.length === 0 && (
              <EmptyState icon={KeyRound} title={t("Codes and passwords only")} action={add}>
                {t("Connect any OpenID issuer, such as Keycloak, and choose which portals it opens.")}
              </EmptyState>
            )}
          </div>
        )}
      </Loaded>
      {adding && <IssuerDialog onClose={() => setAdding(false)} />}
    </>
  );
}
