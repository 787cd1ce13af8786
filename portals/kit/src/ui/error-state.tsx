import { ApiError } from "@kit/http/error";
import { t } from "@kit/i18n/t";
import { CircleAlert } from "lucide-react";
import { Button } from "./button";

/** What went wrong, a way to try again, and the id under which support finds it. */
export function ErrorState({ problem, retry }: { problem: Error; retry?: () => unknown }) {
  const known = problem instanceof ApiError;
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-16 text-center">
      <CircleAlert aria-hidden size={22} className="text-bad" />
      <h2 className="font-semibold">{known && problem.status === 404 ? t("Not found") : t("This did not load")}</h2>
      <p className="text-muted text-sm">{known ? problem.message : t("Something broke on this page.")}</p>
      {known && problem.requestId && (
        <p className="text-faint text-xs">
          {t("Code for support: {id}", { id: "" })}
          <code className="select-all break-all">{problem.requestId}</code>
        </p>
      )}
      {retry && (
        <Button className="mt-3" onPress={() => retry()}>
          {t("Try again")}
        </Button>
      )}
    </div>
  );
}
