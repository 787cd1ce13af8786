import { useResource } from "@kit/app/use-resource";
import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { Globe, Plus } from "lucide-react";
import { useState } from "react";
import { minLength, object, pipe, string, trim } from "valibot";
import type { Domains } from "@/api/settings";
import { t } from "@/i18n/t";
import { DomainCard } from "./domain-card";
import { PlatformHost } from "./platform-host";

const schema = () => object({ domain: pipe(string(), trim(), minLength(4, t("Enter a domain."))) });

/** The shop's addresses: the one at the platform, and the brand's own with the way to prove them. */
export function DomainsSection() {
  const query = useResource<Domains>("admin/settings/domains", undefined, { refetchInterval: 60_000 });
  const [adding, setAdding] = useState(false);
  const add = (
    <Button size="sm" onPress={() => setAdding(true)}>
      <Plus aria-hidden size={15} />
      {t("Add a domain")}
    </Button>
  );
  return (
    <Section title={t("Domains")} aside={add} flush>
      <Loaded query={query} flush>
        {(found) => (
          <>
            <PlatformHost found={found} />
            {found.domains.length === 0 ? (
              <EmptyState icon={Globe} title={t("No domain of your own yet")}>
                {t("Add one that you own, prove it with a TXT record, and your shop answers there.")}
              </EmptyState>
            ) : (
              <ul>
                {found.domains.map((row) => (
                  <DomainCard key={row.id} row={row} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      {adding && (
        <ActDialog
          title={t("Add a domain")}
          consequence={t("You will get a record to put into your DNS. Nothing changes for visitors until it is live.")}
          values={{ domain: "" }}
          schema={schema()}
          fields={(form) => (
            <TextField form={form} name="domain" label={t("Domain")} placeholder="shop.example.in" autoFocus />
          )}
          label={t("Add")}
          send={(values) => http.post("admin/settings/domains", values)}
          doneText={t("Added. Now make the records.")}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
