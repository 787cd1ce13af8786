import { momentText } from "@kit/format/date";
import type { ListState } from "@kit/table/use-list-state";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { Disclosure } from "@kit/ui/disclosure";
import { KeyValues } from "@kit/ui/key-values";
import { TextLink } from "@kit/ui/text-link";
import { Lock } from "lucide-react";
import type { AuditRow } from "@/api/types";
import { t } from "@/i18n/t";
import { Changes } from "./changes";
import { placeOf } from "./places";
import { actText, plain } from "./words";

/** Who did what to which thing, and what it was before and after. */
export function AuditEntry({ row, list }: { row: AuditRow; list: ListState }) {
  const { at, actor, role, on_behalf_of, action, object_label, before, after, reason } = row;
  const place = placeOf(row);
  return (
    <li className="px-4 py-3 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="wrap-anywhere min-w-0">
          <span className="font-medium">{actor || t("Somebody")}</span>
          {role && <span className="text-muted"> ({plain(role)})</span>}
          {on_behalf_of && <span className="text-muted"> {t("looking as {name}", { name: on_behalf_of })}</span>}{" "}
          <span title={action}>{actText(action)}</span>{" "}
          {place ? <TextLink to={place}>{object_label}</TextLink> : <span className="font-medium">{object_label}</span>}
        </p>
        <span className="flex items-center gap-2 text-faint text-xs">
          <time dateTime={at}>{momentText(at)}</time>
          {row.sealed ? (
            <Lock role="img" aria-label={t("sealed")} size={12} />
          ) : (
            <Badge tone="warn">{t("not sealed yet")}</Badge>
          )}
        </span>
      </div>
      {(before || after) && (
        <div className="mt-1">
          <Changes before={before} after={after} />
        </div>
      )}
      {reason && <p className="wrap-anywhere mt-1 text-muted">“{reason}”</p>}
      <Disclosure label={t("Details")}>
        <Facts row={row} list={list} />
      </Disclosure>
    </li>
  );
}

function Facts({ row, list }: { row: AuditRow; list: ListState }) {
  const { actor_id, object_id, object_type, ip, request_id, action } = row;
  const only = (change: Record<string, string>) => () => list.set(change);
  return (
    <>
      <KeyValues
        rows={[
          [t("Act"), <code key="act">{action}</code>],
          [t("Thing"), `${object_type} ${object_id}`],
          [t("From address"), ip],
          [t("Request"), <code key="request">{request_id}</code>],
        ]}
      />
      <div className="mt-3 flex flex-wrap gap-2">
        {actor_id && (
          <Button size="sm" onPress={only({ actor_id })}>
            {t("Only this person")}
          </Button>
        )}
        <Button size="sm" onPress={only({ object_id })}>
          {t("Only this thing")}
        </Button>
        {request_id && (
          <Button size="sm" onPress={only({ request_id })}>
            {t("Only this request")}
          </Button>
        )}
      </div>
    </>
  );
}
