import { momentText } from "@kit/format/date";
import { Disclosure } from "@kit/ui/disclosure";
import { KeyValues } from "@kit/ui/key-values";
import type { AuditRow } from "@/api/types";
import { t } from "@/i18n/t";

/** Who did what to which thing, and what it was before and after. */
export function AuditEntry({ row }: { row: AuditRow }) {
  const { at, actor, role, action, object_type, object_label, before, after, reason, ip, request_id } = row;
  return (
    <li className="px-4 py-3 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="wrap-anywhere min-w-0">
          <span className="font-medium">{actor}</span>
          {role && <span className="text-muted"> ({role})</span>} <code className="text-accent">{action}</code>{" "}
          {[object_type, object_label].filter(Boolean).join(" ")}
        </p>
        <time dateTime={at} className="text-faint text-xs">
          {momentText(at)}
        </time>
      </div>
      <Disclosure label={t("Details")}>
        <KeyValues
          rows={[
            reason && [t("Reason"), reason],
            before && [t("Before"), <Fields key="before" fields={before} />],
            after && [t("After"), <Fields key="after" fields={after} />],
            [t("From address"), ip],
            [t("Request"), <code key="request">{request_id}</code>],
          ]}
        />
      </Disclosure>
    </li>
  );
}

function Fields({ fields }: { fields: Record<string, unknown> }) {
  return (
    <ul>
      {Object.entries(fields).map(([name, value]) => (
        <li key={name} className="wrap-anywhere">
          <code>{name}</code>: {typeof value === "string" ? value : JSON.stringify(value)}
        </li>
      ))}
    </ul>
  );
}
