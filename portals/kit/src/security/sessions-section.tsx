import { useResource } from "@kit/app/use-resource";
import { Age, momentText } from "@kit/format/date";
import { t } from "@kit/i18n/t";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { ErrorState } from "@kit/ui/error-state";
import { Section } from "@kit/ui/section";
import { Line } from "@kit/ui/skeleton";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { endOthers, endSignIn, type SignIn } from "./api";
import { useFresh } from "./fresh";

/** Where the person is signed in, and signing out there. */
export function SessionsSection() {
  const query = useResource<SignIn[]>("me/sessions", { limit: 100 });
  const queries = useQueryClient();
  const { run, dialog } = useFresh();
  const end = (act: () => Promise<unknown>) =>
    run(async () => {
      await act();
      toastDone(t("Signed out there"));
      await queries.invalidateQueries({ queryKey: ["me/sessions"] });
    });
  const rows = query.data;
  return (
    <Section title={t("Where you are signed in")} flush>
      {dialog}
      {query.error && !rows && <ErrorState problem={query.error} retry={query.refetch} />}
      {query.isPending && (
        <div role="status" aria-label={t("Loading")} className="flex flex-col gap-3 p-4">
          <Line width="w-1/2" />
          <Line width="w-1/3" />
        </div>
      )}
      {rows && (
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <SignInRow key={row.id} row={row} onEnd={() => end(() => endSignIn(row.id))} />
          ))}
        </ul>
      )}
      {rows && rows.length > 1 && (
        <div className="border-line border-t p-4">
          <Button look="danger" onPress={() => end(endOthers)}>
            {t("Sign out everywhere else")}
          </Button>
        </div>
      )}
    </Section>
  );
}

function SignInRow({ row, onEnd }: { row: SignIn; onEnd: () => Promise<void> }) {
  const device = row.device || t("Unknown device");
  const facts = [row.portal_name, row.brand, row.place].filter(Boolean).join(" · ");
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
          {device}
          {row.is_current && <Badge tone="good">{t("This device")}</Badge>}
        </p>
        <p className="text-muted text-xs">{facts}</p>
        <p className="text-muted text-xs">
          {t("Since {moment}, last used", { moment: momentText(row.since) })} <Age at={row.last_seen} />
        </p>
      </div>
      {!row.is_current && (
        <Button size="sm" aria-label={t("Sign out there: {device}", { device })} onPress={() => void onEnd()}>
          {t("Sign out there")}
        </Button>
      )}
    </li>
  );
}
