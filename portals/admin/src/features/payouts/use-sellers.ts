import { useResource } from "@kit/app/use-resource";
import { fed, named } from "@kit/ui/choices";

/** The brand's sellers as choices. */
export const useSellers = () => fed(useResource<{ id: string; name: string }[]>("admin/payout-sellers"), named);
