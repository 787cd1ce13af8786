import { useResource } from "@kit/app/use-resource";
import { useAct } from "@kit/form/use-act";
import { call } from "@kit/http/client";
import { fed, named } from "@kit/ui/choices";
import { Select } from "@kit/ui/select";
import type { Difference } from "@/api/types";
import { t } from "@/i18n/t";

const NOBODY = "nobody";

/** Who looks after a difference; chosen at once, written to the log. */
export function OwnerSelect({ difference: { id, owner_id, owner, actions } }: { difference: Difference }) {
  const people = useResource<{ id: string; name: string }[]>("admin/recon/people", { limit: 100 });
  const { run } = useAct(
    (chosen: string) =>
      call("PUT", `admin/recon/breaks/${id}/owner`, { body: { owner_id: chosen === NOBODY ? null : chosen } }),
    t("Saved"),
  );
  if (!actions.includes("assign")) return <>{owner || t("Nobody")}</>;
  const choices = fed(people, (found) => {
    const known = found.some((one) => one.id === owner_id);
    const rest = owner_id && !known ? [{ value: owner_id, label: owner ?? t("Somebody") }] : [];
    return [{ value: NOBODY, label: t("Nobody") }, ...rest, ...named(found)];
  });
  return <Select label={t("Looked after by")} hideLabel value={owner_id || NOBODY} onChange={run} {...choices} />;
}
