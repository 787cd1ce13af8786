import type { ListState } from "@kit/table/use-list-state";
import { Select } from "@kit/ui/select";
import { usePlaces } from "@/api/use-places";
import { t } from "@/i18n/t";

/** Narrows a list to one place; a shop with one place needs no choice. */
export function PlaceFilter({ list }: { list: ListState }) {
  const { data: places = [] } = usePlaces();
  if (places.length < 2) return null;
  return (
    <Select
      label={t("Place")}
      hideLabel
      placeholder={t("Place")}
      options={[{ value: "", label: t("All places") }, ...places.map(({ id, name }) => ({ value: id, label: name }))]}
      value={list.search.place ?? ""}
      onChange={(value) => list.set({ place: value })}
    />
  );
}
