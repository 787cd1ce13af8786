import { ActDialog } from "@kit/form/act-dialog";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { t } from "@/i18n/t";

export function Remove({ path, title, consequence }: { path: string; title: string; consequence: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" look="quiet" onPress={() => setOpen(true)}>
        {t("Remove")}
      </Button>
      {open && (
        <ActDialog
          title={title}
          consequence={consequence}
          values={{}}
          label={t("Remove")}
          danger
          send={() => call("DELETE", path)}
          doneText={t("Removed")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
