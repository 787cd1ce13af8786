import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import { accountText } from "@kit/ui/account-words";
import { useMemo } from "react";

/** Names accounts of the books, a seller's by its name for whoever may see whom the brand pays. */
export function useAccountText(): (code: string) => string {
  const enabled = useCan("payouts.read");
  const { data } = useResource<{ id: string; name: string }[]>("admin/payout-sellers", undefined, { enabled });
  return useMemo(() => {
    const owners = new Map(data?.map(({ id, name }) => [id, name]));
    return (code: string) => accountText(code, owners);
  }, [data]);
}
