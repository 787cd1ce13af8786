import { useResource } from "@kit/app/use-resource";

/** The brand's sellers as choices. */
export function useSellers(): { value: string; label: string }[] {
  const { data = [] } = useResource<{ id: string; name: string }[]>("admin/payout-sellers");
  return data.map(({ id, name }) => ({ value: id, label: name }));
}
