import type { ListState } from "@kit/table/use-list-state";
import { fed, named } from "@kit/ui/choices";
import { Select } from "@kit/ui/select";
import { usePlaces } from "@/api/use-places";
import { t } from "@/i18n/t";

/** Narrows a list to one place; a shop with one place needs no choice. */
export function PlaceFilter({ list }: { list: ListState }) {
  const query = usePlaces();
  if (!query.error && (query.data ?? []).length < 2) return null;
  return (
    <Select
      label={t("Place")}
      hideLabel
      placeholder={t("Place")}
      {...fed(query, (places) => [{ value: "", label: t("All places") }, ...named(places)])}
      value={list.search.place ?? ""}
      onChange={(value) => list.set({ place: value })}
    />
  );
}
