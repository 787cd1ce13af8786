import { t } from "@kit/i18n/t";
import { Section } from "@kit/ui/section";
import { Check, Minus } from "lucide-react";
import type { Role, Roles } from "./types";
import { say } from "./words";

/** The permission table as the server enforces it. On a phone each role is a list instead of a column. */
export function RolesTable({ table, own }: { table: Roles; own: string }) {
  const { roles, permissions } = table;
  return (
    <Section title={t("Which role may do what")} flush>
      <div className="hidden overflow-x-auto sm:block">
        <table className="w-full border-collapse text-left text-sm">
          <caption className="sr-only">{t("Which role may do what")}</caption>
          <thead>
            <tr className="border-line border-b">
              <th scope="col" className="px-4 py-2 font-medium">
                {t("May")}
              </th>
              {roles.map((role) => (
                <th key={role.code} scope="col" className="px-3 py-2 text-center font-medium">
                  {say(role)}
                  <Own role={role} own={own} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {permissions.map((permission) => (
              <tr key={permission.code}>
                <th scope="row" className="px-4 py-2 font-normal">
                  {say(permission)}
                </th>
                {roles.map((role) => (
                  <td key={role.code} className="px-3 py-2 text-center">
                    <Mark yes={role.permissions.includes(permission.code)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="divide-y divide-line sm:hidden">
        {roles.map((role) => (
          <li key={role.code} className="px-4 py-3 text-sm">
            <h3 className="font-medium">
              {say(role)}
              <Own role={role} own={own} />
            </h3>
            <ul className="mt-1 list-disc pl-5 text-muted">
              {permissions
                .filter(({ code }) => role.permissions.includes(code))
                .map((permission) => (
                  <li key={permission.code}>{say(permission)}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Own({ role, own }: { role: Role; own: string }) {
  return role.code === own ? <span className="block text-muted text-xs">{t("your role")}</span> : null;
}

function Mark({ yes }: { yes: boolean }) {
  return yes ? (
    <Check role="img" aria-label={t("yes")} size={16} className="mx-auto text-good" />
  ) : (
    <Minus role="img" aria-label={t("no")} size={14} className="mx-auto text-faint" />
  );
}
