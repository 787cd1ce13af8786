import { useResource } from "@kit/app/use-resource";
import { useAct } from "@kit/form/use-act";
import { Age, dateText } from "@kit/format/date";
import { call, http } from "@kit/http/client";
import { t } from "@kit/i18n/t";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { MailOpen } from "lucide-react";
import type { Invitation } from "./types";
import { say } from "./words";

/** Letters that nobody answered yet. */
export function PendingInvitations({ base }: { base: string }) {
  const query = useResource<Invitation[]>(`${base}/invitations`, { limit: 100 });
  return (
    <Section title={t("Invitations")} flush>
      <Loaded query={query} flush>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={MailOpen} title={t("No invitation waits")}>
              {t("Whoever you invite gets a letter, good for seven days.")}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {rows.map((row) => (
                <Row key={row.id} base={base} invitation={row} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Row({ base, invitation }: { base: string; invitation: Invitation }) {
  const { id, sent_to, role_words, invited_by, expires_at, is_over, sent_at } = invitation;
  const again = useAct(() => http.post(`${base}/invitations/${id}/sending`), t("Sent again. The link before is dead."));
  const back = useAct(() => call("DELETE", `${base}/invitations/${id}`), t("Taken back. The link is dead."));
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <div className="min-w-0 flex-1 basis-48">
        <p className="wrap-anywhere font-medium">{sent_to}</p>
        <p className="text-muted text-xs">
          {t("by {name}", { name: invited_by })} · <Age at={sent_at} />
        </p>
      </div>
      <Badge tone="info">{say(role_words)}</Badge>
      <Badge tone={is_over ? "bad" : "plain"}>
        {is_over ? t("Ran out") : t("until {day}", { day: dateText(expires_at) })}
      </Badge>
      <div className="flex gap-2">
        <Button
          size="sm"
          aria-label={t("Send again to {name}", { name: sent_to })}
          isPending={again.running}
          onPress={() => again.run(undefined)}
        >
          {t("Send again")}
        </Button>
        <Button
          size="sm"
          look="danger"
          aria-label={t("Take back the invitation of {name}", { name: sent_to })}
          isPending={back.running}
          onPress={() => back.run(undefined)}
        >
          {t("Take back")}
        </Button>
      </div>
    </li>
  );
}
