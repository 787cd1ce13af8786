import { useResource } from "@kit/app/use-resource";
import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { useState } from "react";
import { t } from "@/i18n/t";

interface Policy {
  publish: "at_once" | "approval";
  ask_after_days: number;
}

const ways = () => [
  { value: "at_once", label: t("At once; what has contacts or links waits") },
  { value: "approval", label: t("After somebody of the brand looked at it") },
];

/** When reviews are shown, and when buyers are asked for one. */
export function ReviewsSection() {
  const query = useResource<Policy>("admin/reviews/policy");
  const [editing, setEditing] = useState(false);
  const change = (
    <Button size="sm" onPress={() => setEditing(true)} isDisabled={!query.data}>
      {t("Change")}
    </Button>
  );
  return (
    <Section title={t("Reviews")} aside={change}>
      <Loaded query={query} flush>
        {({ publish, ask_after_days }) => (
          <>
            <p className="text-sm">
              {t("Shown")}: {ways().find(({ value }) => value === publish)?.label}
            </p>
            <p className="text-muted text-sm">
              {ask_after_days
                ? t("Buyers who agreed to mails are asked {days} days after delivery.", { days: ask_after_days })
                : t("Buyers are not asked by mail.")}
            </p>
            {editing && (
              <ActDialog
                title={t("Reviews")}
                values={{ publish, ask_after_days: String(ask_after_days) }}
                fields={(form) => (
                  <>
                    <SelectField form={form} name="publish" label={t("Reviews are shown")} options={ways()} />
                    <TextField
                      form={form}
                      name="ask_after_days"
                      label={t("Days after delivery until buyers are asked")}
                      inputMode="numeric"
                      hint={t("0 to 60; 0 asks nobody.")}
                    />
                  </>
                )}
                label={t("Save")}
                send={(values) => call("PUT", "admin/reviews/policy", { body: values })}
                doneText={t("Saved")}
                onClose={() => setEditing(false)}
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
