import { useAuth } from "@kit/auth/auth-provider";
import { choosePlace } from "@kit/auth/place";
import { useAct } from "@kit/form/use-act";
import { dateText } from "@kit/format/date";
import { http } from "@kit/http/client";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { Section } from "@kit/ui/section";
import { MailOpen } from "lucide-react";
import type { Letter } from "./types";
import { say } from "./words";

const goOn = () => location.assign("/");

export function Letters({ letters }: { letters: Letter[] }) {
  const { me, signOut } = useAuth();
  if (letters.length === 0) {
    return (
      <EmptyState
        icon={MailOpen}
        title={t("No invitation for you here")}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Button onPress={goOn}>{t("Go to the first page")}</Button>
            <Button look="quiet" onPress={signOut}>
              {t("Sign out")}
            </Button>
          </div>
        }
      >
        {t("You are signed in as {person}. Sign in with the address that the invitation came to.", {
          person: me.user.email ?? me.user.phone ?? me.user.name,
        })}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {letters.map((letter) => (
        <OneLetter key={letter.id} letter={letter} />
      ))}
      <Button look="quiet" onPress={me.role ? goOn : signOut}>
        {me.role ? t("Not now") : t("Sign out")}
      </Button>
    </div>
  );
}

function OneLetter({ letter }: { letter: Letter }) {
  const { id, place, invited_by, role_words, expires_at } = letter;
  const accept = useAct(async () => {
    const { data } = await http.post<{ shop: string | null }>(`me/invitations/${id}/acceptance`);
    if (data.shop) choosePlace(data.shop);
    goOn();
  }, t("Welcome to the team"));
  return (
    <Section title={t("Join the team of {place}", { place })}>
      <p>{t("{name} invites you as {role}.", { name: invited_by, role: say(role_words) })}</p>
      <p className="mt-1 text-muted text-sm">
        {t("The invitation is good until {day}.", { day: dateText(expires_at) })}
      </p>
      <Button look="solid" className="mt-4" isPending={accept.running} onPress={() => accept.run(undefined)}>
        {t("Join")}
      </Button>
    </Section>
  );
}
