import { Checkbox } from "@kit/ui/checkbox";
import { stateOf } from "@kit/ui/choices";
import { labelClass } from "@kit/ui/label";
import { Coming, NotCome } from "@kit/ui/select-state";
import { t } from "@/i18n/t";
import { branches } from "./tree";
import { useTree } from "./use-tree";

const INDENT = ["", "pl-5", "pl-10", "pl-14", "pl-18", "pl-20"];

/** The tree with a box at each category. */
export function CategoryChecks({
  legend,
  chosen,
  onChange,
}: {
  legend: string;
  chosen: string[];
  onChange: (ids: string[]) => void;
}) {
  const tree = useTree();
  const { data } = tree;
  const state = stateOf(tree);
  const set = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset>
      <legend className={labelClass}>{legend}</legend>
      <ul className="mt-1 max-h-56 overflow-y-auto rounded-lg border border-line p-2">
        {branches(data?.rows ?? []).map(({ category, depth }) => (
          <li key={category.id} className={INDENT[depth]}>
            <Checkbox
              label={category.name}
              checked={chosen.includes(category.id)}
              onChange={(on) => set(category.id, on)}
            />
          </li>
        ))}
        {state === "loading" && (
          <li aria-busy className="text-sm">
            <Coming />
          </li>
        )}
        {state === "failed" && (
          <li>
            <NotCome source={tree} />
          </li>
        )}
        {data?.rows.length === 0 && <li className="text-muted text-sm">{t("There are no categories yet.")}</li>}
      </ul>
    </fieldset>
  );
}
