import { useResource } from "@kit/app/use-resource";
import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { useState } from "react";
import { t } from "@/i18n/t";

interface Frontends {
  origins: string[];
}

const lines = (text: string) => text.split(/\s+/).filter(Boolean);

/** Pages elsewhere that may read this shop's API from a browser. */
export function FrontendsSection() {
  const query = useResource<Frontends>("admin/settings/frontends");
  const [editing, setEditing] = useState(false);
  const change = (
    <Button size="sm" onPress={() => setEditing(true)} isDisabled={!query.data}>
      {t("Change")}
    </Button>
  );
  return (
    <Section title={t("Frontends of your own")} aside={change}>
      <Loaded query={query} flush>
        {({ origins }) => (
          <>
            {origins.length === 0 ? (
              <p className="text-muted text-sm">{t("None. No other site may use your shop's API from a browser.")}</p>
            ) : (
              <ul className="flex flex-col gap-1 text-sm">
                {origins.map((origin) => (
                  <li key={origin} className="wrap-anywhere">
                    <code>{origin}</code>
                  </li>
                ))}
              </ul>
            )}
            {editing && (
              <ActDialog
                title={t("Frontends of your own")}
                consequence={t("They reach the customer API with a token, never with cookies.")}
                values={{ origins: origins.join("\n") }}
                fields={(form) => (
                  <TextField
                    form={form}
                    name="origins"
                    rows={5}
                    label={t("Origins")}
                    hint={t("One in each line, such as https://shop.example.in")}
                    autoFocus
                  />
                )}
                label={t("Save")}
                send={(values) => call("PUT", "admin/settings/frontends", { body: { origins: lines(values.origins) } })}
                doneText={t("Saved")}
                onClose={() => setEditing(false)}
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
