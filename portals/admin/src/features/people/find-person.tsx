import { FormError } from "@kit/form/form-error";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { t } from "@/i18n/t";
import type { Person } from "./person";

/** By the whole address only: nobody leafs through people. */
export function FindPerson({ onFound }: { onFound: (person: Person | undefined) => void }) {
  const { form, onSubmit, sending } = useApiForm({
    values: { identifier: "" },
    send: async ({ identifier }) => {
      onFound(undefined);
      return (await http.get<Person>("platform/people", { identifier: identifier.trim() })).data;
    },
    done: onFound,
  });
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3 sm:max-w-md" noValidate>
      <TextField
        form={form}
        name="identifier"
        label={t("E-mail address or phone number")}
        hint={t("The whole one, as the person signs in with it.")}
        autoComplete="off"
        autoFocus
        required
      />
      <FormError form={form} />
      <Button type="submit" look="solid" isPending={sending} className="self-start">
        {t("Find")}
      </Button>
    </form>
  );
}
