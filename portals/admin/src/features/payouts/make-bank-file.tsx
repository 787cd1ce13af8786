import { useCan } from "@kit/auth/use-can";
import { ActDialog } from "@kit/form/act-dialog";
import { http } from "@kit/http/client";
import { useTotal } from "@kit/table/use-total";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { t, tn } from "@/i18n/t";

/** Everything that waits for the bank becomes one file. It is made once. */
export function MakeBankFile() {
  const [open, setOpen] = useState(false);
  const waiting = useTotal("admin/bank-lines", {}, true) ?? 0;
  if (!useCan("payouts.run")) return null;
  return (
    <>
      <Button look="solid" isDisabled={waiting === 0} onPress={() => setOpen(true)}>
        {waiting === 0 ? t("Nothing waits for the bank") : t("Make a bank file")}
      </Button>
      {open && (
        <ActDialog
          title={t("Make a bank file")}
          consequence={tn(
            "{count} payment goes into a file for the bank. It is in no other file afterwards.",
            "{count} payments go into a file for the bank. They are in no other file afterwards.",
            waiting,
          )}
          values={{}}
          label={t("Make the file")}
          send={(_, key) => http.post("admin/bank-files", {}, key)}
          doneText={t("The file is made. Take it and give it to the bank")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
