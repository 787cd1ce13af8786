import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { useState } from "react";
import { maxLength, minLength, object, pipe, string } from "valibot";
import { removePassword, setPassword } from "./doors";

const schema = () =>
  object({
    password: pipe(
      string(),
      minLength(8, t("Use at least 8 characters; a few words make a good password.")),
      maxLength(128, t("Use at most 128 characters.")),
    ),
  });

export function OwnPassword({ has, locked }: { has: boolean; locked: boolean }) {
  const [open, setOpen] = useState<"set" | "remove">();
  const close = () => setOpen(undefined);
  return (
    <Section title={t("Password")}>
      <p className="text-muted text-sm">
        {has
          ? t("You have a password. Other devices sign out when you change it.")
          : t("You have no password. You sign in with a code.")}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button isDisabled={locked} onPress={() => setOpen("set")}>
          {has ? t("Change password") : t("Set a password")}
        </Button>
        {has && (
          <Button look="danger" isDisabled={locked} onPress={() => setOpen("remove")}>
            {t("Remove password")}
          </Button>
        )}
      </div>
      {open === "set" && (
        <ActDialog
          title={has ? t("Change password") : t("Set a password")}
          consequence={t("Every other device where you are signed in is signed out.")}
          values={{ password: "" }}
          schema={schema()}
          fields={(form) => (
            <TextField
              form={form}
              name="password"
              type="password"
              label={t("New password")}
              autoComplete="new-password"
              autoFocus
            />
          )}
          label={t("Save password")}
          send={({ password }) => setPassword(password)}
          doneText={t("Your password is saved")}
          onClose={close}
        />
      )}
      {open === "remove" && (
        <ActDialog
          danger
          title={t("Remove password")}
          consequence={t("You sign in with a code from now on. Every other device is signed out.")}
          values={{}}
          label={t("Remove password")}
          send={removePassword}
          doneText={t("Your password is removed")}
          onClose={close}
        />
      )}
    </Section>
  );
}
