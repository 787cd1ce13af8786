import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Place } from "@/api/use-places";
import { t, tn } from "@/i18n/t";
import { PlaceDialog } from "./place-dialog";

export function PlaceCard({ place, mayEdit }: { place: Place; mayEdit: boolean }) {
  const [editing, setEditing] = useState(false);
  const path = `seller/places/${place.id}`;
  const close = useAct(() => http.post(`${path}/closure`), t("Closed. What lies there is not sold."));
  const open = useAct(() => http.delete(`${path}/closure`), t("Open again"));
  const first = useAct(() => http.post(`${path}/default`), t("New goods are counted here now."));
  const acts = [
    { id: "make_default", label: t("Make it the first"), act: first },
    { id: "close", label: t("Close"), act: close },
    { id: "open", label: t("Open again"), act: open },
  ];
  return (
    <li className="card flex flex-wrap items-start justify-between gap-4 p-4">
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {place.name}
          {place.is_default && <Badge tone="info">{t("First place")}</Badge>}
          {!place.is_open && <Badge tone="warn">{t("Closed")}</Badge>}
        </p>
        <p className="mt-0.5 text-muted">
          {place.address}, {place.city} {place.pin}
        </p>
        <p className="tnum mt-1 text-muted text-xs">
          {tn("{count} piece on the shelf", "{count} pieces on the shelf", place.on_hand)}
        </p>
      </div>
      {mayEdit && (
        <div className="flex flex-wrap gap-2">
          {acts
            .filter(({ id }) => place.actions.includes(id))
            .map(({ id, label, act }) => (
              <Button key={id} size="sm" isPending={act.running} onPress={() => act.run(undefined)}>
                {label}
              </Button>
            ))}
          <Button size="sm" onPress={() => setEditing(true)}>
            {t("Change")}
          </Button>
        </div>
      )}
      {editing && <PlaceDialog place={place} onClose={() => setEditing(false)} />}
    </li>
  );
}
