import { useCan } from "@kit/auth/use-can";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Eye } from "lucide-react";
import { useState } from "react";

/** Asks for the reason, then goes to the other portal with a ticket. Out of sight for who may not. */
export function ViewAsButton({ name, path }: { name: string; path: string }) {
  const may = useCan("support.view_as");
  const [open, setOpen] = useState(false);
  if (!may) return null;
  const send = async (reason: string) => {
    const { data } = await http.post<{ url: string }>(path, { reason });
    // The same window: what opens a new one after a wait is blocked, and the ticket waits for nobody.
    location.assign(data.url);
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Eye aria-hidden size={15} />
        {t("View as")}
      </Button>
      {open && (
        <ReasonDialog
          title={t("See what {name} sees", { name })}
          consequence={t("For 15 minutes, read-only. It is logged, and {name} can see that you looked and why.", {
            name,
          })}
          reasonHint={t("At least ten letters. {name} reads this.", { name })}
          label={t("View as")}
          send={send}
          doneText={t("Opening the view")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
