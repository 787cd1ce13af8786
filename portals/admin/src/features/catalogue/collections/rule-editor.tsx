import { Button } from "@kit/ui/button";
import { Select } from "@kit/ui/select";
import { Plus } from "lucide-react";
import { t } from "@/i18n/t";
import { ConditionRow } from "./condition-row";
import { blank } from "./rules";
import { type Condition, type Group, isGroup } from "./types";

interface RuleEditorProps {
  group: Group;
  isInner?: boolean;
  onChange: (group: Group) => void;
}

/** Conditions joined by all or any; a group among them asks for the other way round. */
export function RuleEditor({ group, isInner, onChange }: RuleEditorProps) {
  const put = (place: number, one: Condition | Group | null) =>
    onChange({
      ...group,
      conditions: group.conditions.flatMap((old, at) => (at === place ? (one ? [one] : []) : [old])),
    });
  const add = (one: Condition | Group) => onChange({ ...group, conditions: [...group.conditions, one] });
  return (
    <div className={isInner ? "w-full rounded-lg border border-line border-dashed p-3" : ""}>
      <div className="mb-2 max-w-56">
        <Select
          label={t("How conditions join")}
          hideLabel
          options={[
            { value: "all", label: t("All of these hold") },
            { value: "any", label: t("Any of these holds") },
          ]}
          value={group.match}
          onChange={(match) => onChange({ ...group, match: match as Group["match"] })}
        />
      </div>
      <ul className="flex flex-col gap-2">
        {group.conditions.map((one, place) =>
          isGroup(one) ? (
            <li key={`group ${place}`}>
              <RuleEditor
                group={one}
                isInner
                onChange={(next) => put(place, next.conditions.length > 0 ? next : null)}
              />
            </li>
          ) : (
            <ConditionRow
              key={`${one.field} ${place}`}
              condition={one}
              onChange={(next) => put(place, next)}
              onRemove={() => put(place, null)}
            />
          ),
        )}
      </ul>
      <div className="mt-2 flex gap-2">
        <Button size="sm" onPress={() => add(blank("tag"))}>
          <Plus aria-hidden size={15} />
          {t("Condition")}
        </Button>
        {!isInner && (
          <Button
            size="sm"
            look="quiet"
            onPress={() => add({ match: group.match === "all" ? "any" : "all", conditions: [blank("tag")] })}
          >
            <Plus aria-hidden size={15} />
            {t("Group")}
          </Button>
        )}
      </div>
    </div>
  );
}
