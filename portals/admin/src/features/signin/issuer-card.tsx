import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { Checkbox } from "@kit/ui/checkbox";
import { KeyValues } from "@kit/ui/key-values";
import { Section } from "@kit/ui/section";
import { useState } from "react";
import { t } from "@/i18n/t";
import { ISSUERS, type Issuer } from "./issuer";
import { IssuerDialog, RemoveIssuerDialog } from "./issuer-dialog";
import { portalName } from "./portal-choice";

export function IssuerCard({ found }: { found: Issuer }) {
  const [open, setOpen] = useState<"change" | "remove">();
  const set = useAct((change: Partial<Issuer>) => http.patch(`${ISSUERS}/${found.id}`, change), t("Saved"));
  const close = () => setOpen(undefined);
  return (
    <Section
      title={found.name}
      aside={<Badge tone={found.active ? "good" : "plain"}>{found.active ? t("In use") : t("Switched off")}</Badge>}
    >
      <KeyValues
        rows={[
          [t("Issuer"), found.issuer],
          [t("Client id"), found.client_id],
          [t("Opens"), found.portals.map(portalName).join(", ")],
          [t("Mail domains"), found.domains.join(", ") || t("Any verified address")],
          [t("Register there"), <Callbacks key="callbacks" addresses={found.callbacks} />],
        ]}
      />
      <div className="mt-3">
        <Checkbox
          label={t("Its second factor counts as ours")}
          checked={found.trusts_factors}
          onChange={(trusts_factors) => set.run({ trusts_factors })}
        />
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onPress={() => setOpen("change")}>{t("Change")}</Button>
        <Button isPending={set.running} onPress={() => set.run({ active: !found.active })}>
          {found.active ? t("Switch off") : t("Switch on")}
        </Button>
        <Button look="danger" onPress={() => setOpen("remove")}>
          {t("Remove")}
        </Button>
      </div>
      {open === "change" && <IssuerDialog found={found} onClose={close} />}
      {open === "remove" && <RemoveIssuerDialog found={found} onClose={close} />}
    </Section>
  );
}

function Callbacks({ addresses }: { addresses: string[] }) {
  return (
    <ul>
      {addresses.map((address) => (
        <li key={address}>
          <code className="wrap-anywhere text-xs">{address}</code>
        </li>
      ))}
    </ul>
  );
}
