import { useResource } from "@kit/app/use-resource";
import { useAuth } from "@kit/auth/auth-provider";
import { useCan } from "@kit/auth/use-can";
import { t } from "@kit/i18n/t";
import { FilterTabs } from "@kit/table/filter-tabs";
import { useListState } from "@kit/table/use-list-state";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Looks } from "./looks";
import { People } from "./people";
import { RolesTable } from "./roles-table";
import type { Roles } from "./types";

/** Who works here, which role may do what, and who looked at this place from outside. */
export function TeamPage() {
  const { me } = useAuth();
  const base = `${me.portal}/team`;
  const leads = useCan("staff.edit");
  const list = useListState();
  const roles = useResource<Roles>(`${base}/roles`);
  const view = leads ? (list.search.view ?? "") : "roles";
  const tabs = [
    { value: "", label: t("People") },
    { value: "roles", label: t("Roles") },
    ...(me.portal === "platform" ? [] : [{ value: "looks", label: t("Looks from outside") }]),
  ];
  return (
    <>
      <PageHeader title={t("Team")} lead={t("Who works here and what each of them may do.")} />
      {leads && <FilterTabs label={t("Views of the team")} list={list} name="view" tabs={tabs} />}
      <Loaded query={roles} below>
        {(table) => {
          if (view === "roles") return <RolesTable table={table} own={me.role ?? ""} />;
          return view === "looks" ? <Looks path={`${base}/viewings`} /> : <People base={base} roles={table.roles} />;
        }}
      </Loaded>
    </>
  );
}
