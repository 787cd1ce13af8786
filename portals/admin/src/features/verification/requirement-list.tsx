import { ReasonDialog } from "@kit/form/reason-dialog";
import { momentText } from "@kit/format/date";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { CheckItem } from "@kit/ui/check-list";
import { checkText } from "@kit/ui/check-text";
import { Section } from "@kit/ui/section";
import { clsx } from "clsx";
import { useState } from "react";
import type { Entity, EntityRequirement } from "@/api/platform-types";
import { t } from "@/i18n/t";

/** What the applicant claims beside what was found. */
export function RequirementList({ entity }: { entity: Entity }) {
  const settled = entity.requirements.filter(({ status }) => status === "passed" || status === "waived");
  const [waiving, setWaiving] = useState<EntityRequirement>();
  return (
    <Section
      title={t("Claim and evidence")}
      aside={t("{done} of {all} in order", { done: settled.length, all: entity.requirements.length })}
      flush
    >
      <ul className="divide-y divide-line">
        {entity.requirements.map((requirement) => (
          <CheckItem
            key={requirement.id}
            state={requirement.status}
            stateText={checkText(requirement.status)}
            title={requirement.title}
          >
            <Evidence requirement={requirement} onWaive={() => setWaiving(requirement)} />
          </CheckItem>
        ))}
      </ul>
      {waiving && (
        <ReasonDialog
          title={t("Do without: {title}", { title: waiving.title })}
          consequence={t("The requirement counts as met. Your name and reason stay beside it.")}
          label={t("Do without it")}
          send={(reason, key) =>
            http.post(`platform/seller-entities/${entity.id}/requirements/${waiving.id}/waiver`, { reason }, key)
          }
          doneText={t("Not needed any more")}
          onClose={() => setWaiving(undefined)}
        />
      )}
    </Section>
  );
}

function Evidence({ requirement, onWaive }: { requirement: EntityRequirement; onWaive: () => void }) {
  const { status, claim, evidence, reason, waived_by, checked_at, actions } = requirement;
  const found = Object.entries(evidence)
    .map(([name, value]) => `${name.replaceAll("_", " ")}: ${value}`)
    .join(", ");
  return (
    <div className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-2">
      <p className="wrap-anywhere">
        <span className="block text-faint text-xs">{t("Claim")}</span>
        {claim || "–"}
      </p>
      <p className="wrap-anywhere">
        <span className="block text-faint text-xs">
          {t("Evidence")}
          {checked_at && ` · ${momentText(checked_at)}`}
        </span>
        {found || "–"}
      </p>
      {reason && (
        <p className={clsx("sm:col-span-2", status === "failed" ? "text-bad" : "text-muted")}>
          {[reason, waived_by].filter(Boolean).join(" – ")}
        </p>
      )}
      {actions.includes("waive") && (
        <span>
          <Button size="sm" onPress={onWaive}>
            {t("Do without it")}
          </Button>
        </span>
      )}
    </div>
  );
}
