import { http } from "@kit/http/client";
import { ApiError } from "@kit/http/error";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { Eye } from "lucide-react";
import { useEffect, useState } from "react";
import { keepView } from "./view";

/** Where staff arrive with a ticket, and where they are left when the view is over. A press begins it, no link alone. */
export function ViewEntry() {
  const [ticket] = useState(() => location.hash.slice(1));
  const [problem, setProblem] = useState("");
  const [opening, setOpening] = useState(false);
  useEffect(() => {
    document.title = t("Borrowed view");
    history.replaceState(null, "", location.pathname);
  }, []);

  const begin = async () => {
    setOpening(true);
    try {
      const { data } = await http.post<{ access: string }>("auth/viewings", { ticket });
      keepView(data.access);
      location.assign("/");
    } catch (reason) {
      if (!(reason instanceof ApiError)) throw reason;
      setProblem(reason.message);
      setOpening(false);
    }
  };

  if (!ticket) {
    return (
      <main className="pt-[12vh]">
        <EmptyState icon={Eye} title={t("The view is over")}>
          {t("You can close this window. A new view begins in your own portal.")}
        </EmptyState>
      </main>
    );
  }
  return (
    <main className="pt-[12vh]">
      <EmptyState
        icon={Eye}
        title={t("Borrowed view")}
        action={
          <Button look="solid" isPending={opening} isDisabled={!!problem} onPress={begin}>
            {t("Begin to look")}
          </Button>
        }
      >
        {problem ||
          t(
            "You see this portal as its people see it, for 15 minutes and read-only. Every look is logged, and they can see that you looked and why.",
          )}
      </EmptyState>
    </main>
  );
}
