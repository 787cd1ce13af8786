import { useCan } from "@kit/auth/use-can";
import { useList } from "@kit/table/use-list";
import { Button } from "@kit/ui/button";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { useState } from "react";
import type { Place } from "@/api/use-places";
import { PlaceCard } from "@/features/places/place-card";
import { PlaceDialog } from "@/features/places/place-dialog";
import { t } from "@/i18n/t";

/** Where goods lie and parcels start. */
export function Places() {
  const query = useList<Place>("seller/places", {});
  const mayEdit = useCan("shop.edit");
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title={t("Places")}
        lead={t(
          "Where your goods lie and parcels start. An order is taken whole from one place where one has all of it.",
        )}
        back={{ to: "/stock", label: t("Stock") }}
        actions={
          mayEdit && (
            <Button look="solid" onPress={() => setAdding(true)}>
              {t("New place")}
            </Button>
          )
        }
      />
      <Loaded query={query} below>
        {({ rows }) => (
          <ul className="flex flex-col gap-3">
            {rows.map((place) => (
              <PlaceCard key={place.id} place={place} mayEdit={mayEdit} />
            ))}
          </ul>
        )}
      </Loaded>
      {adding && <PlaceDialog onClose={() => setAdding(false)} />}
    </>
  );
}
