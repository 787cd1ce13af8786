import { t } from "@kit/i18n/t";
import type { ListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { Pin, Plus } from "lucide-react";
import { useState } from "react";
import { queryOf, sameList, searchOf } from "./query";
import { useViews } from "./use-views";
import { ChangeView, SaveView } from "./view-dialogs";
import { ViewMenu } from "./view-menu";

interface ViewTabsProps {
  /** Where the person's views are kept, such as `seller/views`. */
  path: string;
  place: string;
  list: ListState;
}

/** The person's own views of a list above it, each a link; what is changed can be kept under the same or a new name. */
export function ViewTabs({ path, place, list }: ViewTabsProps) {
  const { views, show } = useViews(path, place, list);
  const [saving, setSaving] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const here = views.find(({ id }) => id === list.search.view);
  const isChanged = !!here && !sameList(list.search, here.query);
  const isNew = !here && queryOf(list.search) !== "";
  if (views.length === 0 && !isNew) return null;
  return (
    <nav
      aria-label={t("Your views")}
      className="-mx-4 relative mb-2 flex items-center gap-1 overflow-x-auto px-4 sm:mx-0 sm:px-0"
    >
      <ul className="flex gap-1">
        {views.length > 0 && (
          <Tab isHere={!here && !isNew} search={{ view: "all" }}>
            {t("Everything")}
          </Tab>
        )}
        {views.map((view) => (
          <Tab key={view.id} isHere={view === here} search={searchOf(view.query, view.id)}>
            {view.is_default && <Pin aria-label={t("The list opens with it")} size={12} />}
            {view.name}
            {view === here && isChanged && (
              <span className="text-warn">
                <span aria-hidden>•</span>
                <span className="sr-only">{t("changed")}</span>
              </span>
            )}
          </Tab>
        ))}
      </ul>
      {here && (
        <ViewMenu
          path={path}
          view={here}
          isChanged={isChanged}
          query={queryOf(list.search)}
          onRename={() => setRenaming(true)}
          onNew={() => setSaving(true)}
          onGone={() => show({ view: "all" }, true)}
          onReset={() => show(searchOf(here.query, here.id))}
        />
      )}
      {isNew && (
        <Button size="sm" look="quiet" onPress={() => setSaving(true)}>
          <Plus aria-hidden size={14} />
          {t("Save as a view")}
        </Button>
      )}
      {saving && (
        <SaveView
          path={path}
          place={place}
          query={queryOf(list.search)}
          onSaved={(view) => show(searchOf(view.query, view.id), true)}
          onClose={() => setSaving(false)}
        />
      )}
      {renaming && here && <ChangeView path={path} view={here} onClose={() => setRenaming(false)} />}
    </nav>
  );
}

function Tab(props: { isHere: boolean; search: object; children: React.ReactNode }) {
  return (
    <li>
      <Link
        to="."
        search={props.search as never}
        aria-current={props.isHere ? "page" : undefined}
        className={clsx(
          "flex h-8 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 text-sm",
          props.isHere ? "bg-sunken font-medium text-ink" : "text-muted hover:bg-hover hover:text-ink",
        )}
      >
        {props.children}
      </Link>
    </li>
  );
}
