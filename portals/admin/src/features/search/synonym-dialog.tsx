import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { object, pipe, regex, string, trim } from "valibot";
import { t } from "@/i18n/t";
import type { SynonymGroup } from "./types";

const schema = () =>
  object({
    words: pipe(string(), trim(), regex(/[^,\s].*,.*[^,\s]/, t("Write at least two words with a comma between."))),
    direction: string(),
  });

interface Values {
  words: string;
  direction: string;
}

const body = ({ words, direction }: Values) => ({
  words: words
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean),
  one_way: direction === "one",
});

/** A group of words that mean the same: a new one, or one that is changed. */
export function SynonymDialog({
  group,
  first,
  onClose,
}: {
  group?: SynonymGroup;
  first?: string;
  onClose: () => void;
}) {
  return (
    <ActDialog<Values>
      title={group ? t("Change words") : t("New words that mean the same")}
      consequence={t("Shoppers who type one of them find the others too, from the next search on.")}
      values={{
        words: group?.words.join(", ") ?? (first ? `${first}, ` : ""),
        direction: group?.one_way ? "one" : "all",
      }}
      schema={schema()}
      fields={(form) => (
        <>
          <TextField
            form={form}
            name="words"
            label={t("Words")}
            hint={t("For example: sofa, couch, settee")}
            autoFocus
          />
          <SelectField
            form={form}
            name="direction"
            label={t("Direction")}
            options={[
              { value: "all", label: t("Each finds all the others") },
              { value: "one", label: t("Only the first finds the others") },
            ]}
          />
        </>
      )}
      label={t("Save")}
      send={(values, key) =>
        group
          ? http.patch(`admin/search/synonyms/${group.id}`, body(values))
          : http.post("admin/search/synonyms", body(values), key)
      }
      doneText={t("Search knows these words now")}
      onClose={onClose}
    />
  );
}
