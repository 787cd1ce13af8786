import { locale } from "@kit/i18n/language";
import { t } from "@kit/i18n/t";
import type { Letter, Role, Words } from "./types";

/** The server sends words for roles and permissions in every language; this is the one that is read now. */
export const say = (words: Words) => (locale().startsWith("hi") ? words.hi : words.en);

export const roleOptions = (roles: Role[]) =>
  roles.filter(({ can_grant }) => can_grant).map((role) => ({ value: role.code, label: say(role) }));

export function roleName(roles: Role[], code: string) {
  const found = roles.find((role) => role.code === code);
  return found ? say(found) : code;
}

/** What the login page says to whoever followed the link of a letter. */
export const letterTitle = ({ place }: Letter) => t("Join the team of {place}", { place });

export const letterLead = ({ sent_to, invited_by, role_words }: Letter) =>
  t("Sign in with {address} to accept. {name} invites you as {role}.", {
    address: sent_to,
    name: invited_by,
    role: say(role_words),
  });
