import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { call, http } from "@kit/http/client";
import { minLength, object, pipe, string, trim } from "valibot";
import { t } from "@/i18n/t";
import { ISSUERS, type Issuer, listed, type Portal } from "./issuer";
import { PortalChoice } from "./portal-choice";

interface Values {
  name: string;
  issuer: string;
  client_id: string;
  client_secret: string;
  domains: string;
  portals: string;
}

const filled = () => pipe(string(), trim(), minLength(1, t("Fill this in.")));

const schema = () =>
  object({
    name: filled(),
    issuer: filled(),
    client_id: filled(),
    client_secret: string(),
    domains: string(),
    portals: pipe(string(), minLength(1, t("Choose at least one portal."))),
  });

function valuesOf(found?: Issuer): Values {
  return {
    name: found?.name ?? "",
    issuer: found?.issuer ?? "",
    client_id: found?.client_id ?? "",
    client_secret: "",
    domains: found?.domains.join(", ") ?? "",
    portals: (found?.portals ?? ["admin"]).join(" "),
  };
}

function bodyOf({ domains, portals, ...rest }: Values) {
  return { ...rest, domains: listed(domains), portals: portals.split(" ") as Portal[] };
}

/** A new issuer, or one that is changed; its address stays, because its accounts belong to it. */
export function IssuerDialog({ found, onClose }: { found?: Issuer; onClose: () => void }) {
  return (
    <ActDialog<Values>
      title={found ? t("Change {name}", { name: found.name }) : t("Add your own sign-in")}
      consequence={t(
        "Whoever runs this issuer decides who enters these portals. People confirm it once with a code to their own address.",
      )}
      values={valuesOf(found)}
      schema={schema()}
      fields={(form) => (
        <>
          <TextField form={form} name="name" label={t("Name on the button")} maxLength={60} autoFocus />
          {!found && (
            <TextField
              form={form}
              name="issuer"
              type="url"
              label={t("Address of the issuer")}
              hint={t("As its own description has it, such as https://login.example.com/realms/shop")}
            />
          )}
          <TextField form={form} name="client_id" label={t("Client id")} autoComplete="off" />
          <TextField
            form={form}
            name="client_secret"
            type="password"
            label={t("Client secret")}
            hint={found?.has_secret ? t("Empty keeps the one that is there.") : undefined}
            autoComplete="off"
          />
          <TextField
            form={form}
            name="domains"
            label={t("Only these mail domains")}
            hint={t("With commas. Empty: any verified address.")}
          />
          <PortalChoice form={form} />
        </>
      )}
      label={found ? t("Save") : t("Add")}
      send={(values) => {
        const { issuer, ...changes } = bodyOf(values);
        return found ? http.patch(`${ISSUERS}/${found.id}`, changes) : http.post(ISSUERS, { issuer, ...changes });
      }}
      doneText={found ? t("Saved") : t("Added. Register its callback addresses there.")}
      onClose={onClose}
    />
  );
}

export function RemoveIssuerDialog({ found, onClose }: { found: Issuer; onClose: () => void }) {
  return (
    <ActDialog
      danger
      title={t("Remove {name}", { name: found.name })}
      consequence={t("Nobody can sign in with it any more; everybody still can with a code. Open sign-ins go on.")}
      values={{}}
      label={t("Remove")}
      send={() => call("DELETE", `${ISSUERS}/${found.id}`)}
      doneText={t("Removed")}
      onClose={onClose}
    />
  );
}
