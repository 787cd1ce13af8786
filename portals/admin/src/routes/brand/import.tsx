import { useParam } from "@kit/app/use-param";
import { ImportSteps } from "@kit/files/import-steps";
import { useTargets } from "@kit/files/use-places";
import { Loaded } from "@kit/ui/loaded";
import { ImportOptions } from "@/features/imports/import-options";
import { targetWords } from "@/features/imports/target-words";
import { UnknownCategories } from "@/features/imports/unknown-categories";

/** One file of goods on its way in. */
export function ImportPage() {
  const id = useParam("id");
  const targets = useTargets("admin");
  return (
    <Loaded query={targets}>
      {(found) => (
        <ImportSteps
          base="admin"
          id={id}
          back="/imports"
          targets={targetWords(found)}
          options={(options, change) => <ImportOptions options={options} change={change} />}
          answers={(row) => <UnknownCategories row={row} />}
        />
      )}
    </Loaded>
  );
}
