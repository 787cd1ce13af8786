import { FormError } from "@kit/form/form-error";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { maxLength, minLength, object, pipe, string, trim } from "valibot";
import type { Dispute } from "@/api/types";
import { t } from "@/i18n/t";

const WORDS_MAX = 1000;

/** What happened, in the seller's own words. It can be changed until the brand has answered the bank. */
export function AnswerForm({ dispute: { id, words } }: { dispute: Dispute }) {
  const queries = useQueryClient();
  const { form, onSubmit, sending } = useApiForm({
    values: { words },
    schema: object({ words: pipe(string(), trim(), minLength(1, t("Write what happened.")), maxLength(WORDS_MAX)) }),
    send: (values: { words: string }) => call("PUT", `seller/disputes/${id}/answer`, { body: values }),
    done: () => {
      toastDone(t("Your answer is there"));
      return queries.invalidateQueries();
    },
  });
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3" noValidate>
      <TextField
        form={form}
        name="words"
        label={t("What happened")}
        hint={t("When and how it was delivered, who took it, what the customer wrote.")}
        rows={5}
        maxLength={WORDS_MAX}
      />
      <FormError form={form} />
      <div>
        <Button type="submit" look="solid" isPending={sending}>
          {t("Send my answer")}
        </Button>
      </div>
    </form>
  );
}
