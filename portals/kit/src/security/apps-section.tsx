import type { Factor } from "@kit/auth/factor-api";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { Smartphone } from "lucide-react";
import { useState } from "react";
import { AddDialog } from "./add-dialog";
import { FactorList } from "./factor-list";
import { RemoveDialog } from "./remove-dialog";

export function AppsSection({ apps }: { apps: Factor[] }) {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Factor>();
  return (
    <Section
      title={t("Authenticator apps")}
      flush
      aside={
        <Button size="sm" onPress={() => setAdding(true)}>
          {t("Add an app")}
        </Button>
      }
    >
      <FactorList
        icon={Smartphone}
        factors={apps}
        empty={t("An app on your phone that shows a new code every half minute. It works without network.")}
        acts={(app) => (
          <Button look="quiet" size="sm" onPress={() => setRemoving(app)}>
            {t("Remove")}
          </Button>
        )}
      />
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {removing && <RemoveDialog kind="authenticators" factor={removing} onClose={() => setRemoving(undefined)} />}
    </Section>
  );
}
