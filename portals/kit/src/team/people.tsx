import { useResource } from "@kit/app/use-resource";
import { Day } from "@kit/format/date";
import { t } from "@kit/i18n/t";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { InviteDialog } from "./invite-dialog";
import { RemoveDialog, RoleDialog } from "./member-dialogs";
import { PendingInvitations } from "./pending-invitations";
import type { Member, Role } from "./types";
import { roleName } from "./words";

type Open = { what: "invite" } | { what: "role" | "remove"; member: Member };

/** The members, the invitations that wait, and the ways to change both. */
export function People({ base, roles }: { base: string; roles: Role[] }) {
  const members = useResource<Member[]>(`${base}/members`, { limit: 100 });
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const invite = (
    <Button look="solid" size="sm" onPress={() => setOpen({ what: "invite" })}>
      <UserPlus aria-hidden size={15} />
      {t("Invite")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <Section title={t("People")} aside={invite} flush>
        <Loaded query={members} flush>
          {(rows) => (
            <ul className="divide-y divide-line">
              {rows.map((member) => (
                <MemberRow
                  key={member.id}
                  member={member}
                  role={roleName(roles, member.role)}
                  onRole={() => setOpen({ what: "role", member })}
                  onRemove={() => setOpen({ what: "remove", member })}
                />
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
      <PendingInvitations base={base} />
      {open?.what === "invite" && <InviteDialog base={base} roles={roles} onClose={close} />}
      {open?.what === "role" && <RoleDialog base={base} roles={roles} member={open.member} onClose={close} />}
      {open?.what === "remove" && <RemoveDialog base={base} member={open.member} onClose={close} />}
    </div>
  );
}

interface RowProps {
  member: Member;
  role: string;
  onRole: () => void;
  onRemove: () => void;
}

function MemberRow({ member, role, onRole, onRemove }: RowProps) {
  const name = member.name || member.contact;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <div className="min-w-0 flex-1 basis-48">
        <p className="wrap-anywhere font-medium">
          {name} {member.is_you && <Badge>{t("You")}</Badge>}
        </p>
        <p className="text-muted text-xs">
          {member.contact} · {t("since")} <Day at={member.since} />
        </p>
      </div>
      <Badge tone="info">{role}</Badge>
      {!member.is_you && (
        <div className="flex gap-2">
          <Button size="sm" aria-label={t("Change the role of {name}", { name })} onPress={onRole}>
            {t("Change role")}
          </Button>
          <Button size="sm" look="danger" aria-label={t("Remove {name}", { name })} onPress={onRemove}>
            {t("Remove")}
          </Button>
        </div>
      )}
    </li>
  );
}
