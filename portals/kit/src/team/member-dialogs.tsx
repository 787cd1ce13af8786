import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { call, http } from "@kit/http/client";
import { t } from "@kit/i18n/t";
import type { Member, Role } from "./types";
import { roleName, roleOptions } from "./words";

interface DialogProps {
  base: string;
  member: Member;
  onClose: () => void;
}

export function RoleDialog({ base, roles, member, onClose }: DialogProps & { roles: Role[] }) {
  const name = member.name || member.contact;
  return (
    <ActDialog
      title={t("Change the role of {name}", { name })}
      consequence={t("Now: {role}. The new role counts from their next click, and they are told.", {
        role: roleName(roles, member.role),
      })}
      values={{ role: member.role }}
      label={t("Change role")}
      unlocked={({ role }) => role !== member.role}
      fields={(form) => <SelectField form={form} name="role" label={t("Role")} options={roleOptions(roles)} />}
      send={(values) => http.patch(`${base}/members/${member.id}`, values)}
      doneText={t("The role is changed.")}
      onClose={onClose}
    />
  );
}

export function RemoveDialog({ base, member, onClose }: DialogProps) {
  const name = member.name || member.contact;
  return (
    <ActDialog
      title={t("Remove {name}", { name })}
      consequence={t("They are signed out here at once and are told. Their past acts stay in the log.")}
      values={{}}
      label={t("Remove")}
      danger
      send={() => call("DELETE", `${base}/members/${member.id}`)}
      doneText={t("Removed from the team.")}
      onClose={onClose}
    />
  );
}
