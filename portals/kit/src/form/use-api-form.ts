import { valibotResolver } from "@hookform/resolvers/valibot";
import { ApiError } from "@kit/http/error";
import { useIdempotencyKey } from "@kit/http/idempotency";
import { t } from "@kit/i18n/t";
import { type DefaultValues, type FieldValues, type Path, useForm } from "react-hook-form";
import type { GenericSchema } from "valibot";

interface Options<Values extends FieldValues, Result> {
  values: DefaultValues<Values>;
  schema?: GenericSchema<Values, Values>;
  /** Sends the form; `key` stays the same until a send succeeds, so a retry cannot act twice. */
  send: (values: Values, key: string) => Promise<Result>;
  done?: (result: Result, values: Values) => void;
}

/** A form whose server errors land at their fields; what has no field is under `errors.root`. */
export function useApiForm<Values extends FieldValues, Result>(options: Options<Values, Result>) {
  const { values, schema, send, done } = options;
  const key = useIdempotencyKey();
  const form = useForm<Values>({ defaultValues: values, resolver: schema && valibotResolver(schema) });

  const onSubmit = form.handleSubmit(async (sent) => {
    try {
      const result = await send(sent, key.current());
      key.renew();
      done?.(result, sent);
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      const known = Object.entries(problem.details).filter(([name]) => (name.split(".")[0] ?? "") in sent);
      for (const [name, sentences] of known) {
        form.setError(name as Path<Values>, { message: sentences.join(" ") }, { shouldFocus: true });
      }
      if (known.length === 0) form.setError("root", { type: problem.requestId, message: sentence(problem) });
    }
  });

  return { form, onSubmit, sending: form.formState.isSubmitting };
}

/** A refusal with details for fields that this form does not show must not lose their words. */
function sentence(problem: ApiError): string {
  // The answer to the first sending was lost, and what was written was changed since: only looking tells what was done.
  if (problem.code === "idempotency_key_reused")
    return t(
      "This was sent before with other words and may be done already. Close this window and look before you send it again.",
    );
  return [problem.message, ...Object.values(problem.details).flat()].filter(Boolean).join(" ");
}
