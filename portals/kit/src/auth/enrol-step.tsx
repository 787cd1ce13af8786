import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Smartphone } from "lucide-react";
import { useState } from "react";
import { EnrolApp } from "./enrol-app";
import { enrolPasskey } from "./enrol-passkey";
import type { Enrolled } from "./factor-api";
import { passkeysWork } from "./passkey";
import { PasskeyButton } from "./passkey-button";

interface EnrolStepProps {
  ticket: string;
  onDone: (enrolled: Enrolled) => void;
}

/** Staff have to set up a second factor before they get in: an app on the phone, or a passkey of this device. */
export function EnrolStep({ ticket, onDone }: EnrolStepProps) {
  const [byApp, setByApp] = useState(false);
  if (byApp) {
    return (
      <div className="flex flex-col gap-4">
        <EnrolApp ticket={ticket} onDone={onDone} />
        <Button look="quiet" size="sm" className="self-start" onPress={() => setByApp(false)}>
          {t("Choose another way")}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Button look="solid" onPress={() => setByApp(true)}>
        <Smartphone aria-hidden size={15} />
        {t("Set up an authenticator app")}
      </Button>
      {passkeysWork() && (
        <PasskeyButton label={t("Make a passkey")} run={async () => onDone(await enrolPasskey(ticket))} />
      )}
      <p className="text-muted text-xs">
        {t("A passkey is kept by this device or its account: a fingerprint, a face or the screen lock opens it.")}
      </p>
    </div>
  );
}
