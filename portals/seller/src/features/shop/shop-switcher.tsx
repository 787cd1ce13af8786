import { useResource } from "@kit/app/use-resource";
import { useAuth } from "@kit/auth/auth-provider";
import { choosePlace } from "@kit/auth/place";
import { Select } from "@kit/ui/select";
import { t } from "@/i18n/t";

interface MyShop {
  id: string;
  name: string;
}

/** For somebody who works for several shops of one brand; everybody else does not see it. */
export function ShopSwitcher() {
  const { me } = useAuth();
  const several = me.shops.length > 1 && !me.viewing;
  const { data } = useResource<MyShop[]>("seller/shops", { limit: 100 }, { enabled: several });
  if (!several || !data) return null;
  const change = (id: string) => {
    choosePlace(id);
    location.assign("/"); // nothing that was fetched for the other shop may stay on the screen
  };
  return (
    <div className="mx-auto flex max-w-6xl justify-end px-4 pt-4 sm:px-6 lg:px-8">
      <Select
        label={t("Shop you work for")}
        options={data.map(({ id, name }) => ({ value: id, label: name }))}
        value={me.shops[0] ?? ""}
        onChange={change}
      />
    </div>
  );
}
