import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { t } from "@kit/i18n/t";
import { minLength, object, pipe, string, trim } from "valibot";
import type { Role } from "./types";
import { roleOptions } from "./words";

export function InviteDialog({ base, roles, onClose }: { base: string; roles: Role[]; onClose: () => void }) {
  const schema = object({
    identifier: pipe(string(), trim(), minLength(1, t("Give a mobile number or an e-mail."))),
    role: pipe(string(), minLength(1, t("Choose a role."))),
  });
  return (
    <ActDialog
      title={t("Invite somebody")}
      consequence={t("They get a letter with a link. Only whoever signs in with this very address can accept.")}
      values={{ identifier: "", role: "" }}
      schema={schema}
      label={t("Invite")}
      fields={(form) => (
        <>
          <TextField form={form} name="identifier" label={t("Mobile number or e-mail")} autoComplete="off" autoFocus />
          <SelectField form={form} name="role" label={t("Role")} options={roleOptions(roles)} />
        </>
      )}
      send={(values, key) => http.post(`${base}/invitations`, values, key)}
      doneText={t("The invitation is on its way.")}
      onClose={onClose}
    />
  );
}
