import { enrolPasskey } from "@kit/auth/enrol-passkey";
import { type Factor, renamePasskey } from "@kit/auth/factor-api";
import { passkeysWork } from "@kit/auth/passkey";
import { PasskeyButton } from "@kit/auth/passkey-button";
import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { CodesDialog } from "./codes-dialog";
import { FactorList } from "./factor-list";
import { RemoveDialog } from "./remove-dialog";

export function PasskeysSection({ passkeys }: { passkeys: Factor[] }) {
  const queries = useQueryClient();
  const [codes, setCodes] = useState<string[]>();
  const [naming, setNaming] = useState<Factor>();
  const [removing, setRemoving] = useState<Factor>();

  const add = async () => {
    const { recovery_codes } = await enrolPasskey();
    toastDone(t("The passkey was added."));
    if (recovery_codes) setCodes(recovery_codes);
    await queries.invalidateQueries();
  };

  return (
    <Section title={t("Passkeys")} flush>
      <FactorList
        icon={KeyRound}
        factors={passkeys}
        empty={t("A fingerprint, a face or the screen lock of this device signs you in, without any code.")}
        acts={(passkey) => (
          <>
            <Button look="quiet" size="sm" onPress={() => setNaming(passkey)}>
              {t("Rename")}
            </Button>
            <Button look="quiet" size="sm" onPress={() => setRemoving(passkey)}>
              {t("Remove")}
            </Button>
          </>
        )}
      />
      <div className="border-line border-t px-4 py-3">
        {passkeysWork() ? (
          <div className="sm:max-w-xs">
            <PasskeyButton label={t("Make a passkey")} run={add} />
          </div>
        ) : (
          <p className="text-muted text-sm">{t("This browser knows no passkeys.")}</p>
        )}
      </div>
      {codes && <CodesDialog codes={codes} onClose={() => setCodes(undefined)} />}
      {naming && <NameDialog passkey={naming} onClose={() => setNaming(undefined)} />}
      {removing && <RemoveDialog kind="passkeys" factor={removing} onClose={() => setRemoving(undefined)} />}
    </Section>
  );
}

function NameDialog({ passkey, onClose }: { passkey: Factor; onClose: () => void }) {
  return (
    <ActDialog
      title={t("Name of the passkey")}
      values={{ name: passkey.name }}
      fields={(form) => <TextField form={form} name="name" label={t("Name")} maxLength={64} autoFocus required />}
      label={t("Save")}
      send={({ name }) => renamePasskey(passkey.id, name)}
      doneText={t("Saved.")}
      onClose={onClose}
    />
  );
}
