import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Checkbox } from "@kit/ui/checkbox";
import { useState } from "react";
import { t } from "@/i18n/t";

/** The last act of an application: agree and send. */
export function SubmitCard() {
  const [agreed, setAgreed] = useState(false);
  const { run, running } = useAct(
    (_: undefined, key) => http.post("seller/application/submission", { agreed: true }, key),
    t("Sent. We are checking your details now."),
  );
  return (
    <div className="card flex flex-wrap items-center justify-between gap-3 p-4">
      <Checkbox
        label={t("I agree to the seller terms, and what I wrote is true.")}
        checked={agreed}
        onChange={setAgreed}
      />
      <Button look="solid" isDisabled={!agreed} isPending={running} onPress={() => run(undefined)}>
        {t("Send the application")}
      </Button>
    </div>
  );
}
