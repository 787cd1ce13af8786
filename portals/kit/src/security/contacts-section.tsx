import { useResource } from "@kit/app/use-resource";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { ErrorState } from "@kit/ui/error-state";
import { KeyValues } from "@kit/ui/key-values";
import { Section } from "@kit/ui/section";
import { Line } from "@kit/ui/skeleton";
import { useState } from "react";
import type { Contacts } from "./api";
import { ChangeAddress } from "./change-address";

/** The phone and e-mail by which the person signs in. */
export function ContactsSection() {
  const query = useResource<Contacts>("me/contacts");
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t("How you sign in")}
      aside={
        <Button size="sm" onPress={() => setOpen(true)}>
          {t("Change")}
        </Button>
      }
    >
      {query.data && (
        <KeyValues
          rows={[
            [t("E-mail"), query.data.email ?? "–"],
            [t("Mobile number"), query.data.phone ?? "–"],
          ]}
        />
      )}
      {query.isPending && (
        <div role="status" aria-label={t("Loading")}>
          <Line width="w-1/2" />
        </div>
      )}
      {query.error && !query.data && <ErrorState problem={query.error} retry={query.refetch} />}
      {open && <ChangeAddress onClose={() => setOpen(false)} />}
    </Section>
  );
}
