import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { minLength, object, pipe, regex, string, trim } from "valibot";
import { t } from "@/i18n/t";

const count = () => pipe(string(), regex(/^\d{0,7}$/, t("Write a whole number.")));
const expiry = (day: string) => (day ? `${day}T23:59:59` : null);

export function CodeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <ActDialog
      title={t("New code")}
      consequence={t("Shoppers may type it in small or capital letters.")}
      values={{ code: "", uses_max: "", expires_at: "" }}
      schema={object({
        code: pipe(string(), trim(), minLength(3, t("Use 3 to 24 letters, digits and hyphens."))),
        uses_max: count(),
        expires_at: string(),
      })}
      fields={(form) => (
        <>
          <TextField form={form} name="code" label={t("Code")} upper maxLength={24} autoFocus />
          <TextField
            form={form}
            name="uses_max"
            label={t("Uses")}
            inputMode="numeric"
            hint={t("Empty means no limit.")}
          />
          <TextField
            form={form}
            name="expires_at"
            type="date"
            label={t("Last day")}
            hint={t("Empty means without end.")}
          />
        </>
      )}
      label={t("Make the code")}
      send={({ code, uses_max, expires_at }) =>
        http.post(`admin/promotions/${id}/coupons`, {
          code,
          uses_max: uses_max ? Number(uses_max) : null,
          expires_at: expiry(expires_at),
        })
      }
      doneText={t("The code is there")}
      onClose={onClose}
    />
  );
}

export function BatchDialog({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <ActDialog
      title={t("Batch of codes")}
      consequence={t("Codes nobody can guess, each for one use. You get them as a file.")}
      values={{ name: "", size: "100", prefix: "", expires_at: "" }}
      schema={object({
        name: pipe(string(), trim(), minLength(1, t("Give the batch a name."))),
        size: pipe(string(), regex(/^\d{1,5}$/, t("Write a whole number."))),
        prefix: string(),
        expires_at: string(),
      })}
      fields={(form) => (
        <>
          <TextField
            form={form}
            name="name"
            label={t("Name")}
            hint={t("Such as the newsletter or partner.")}
            autoFocus
          />
          <TextField form={form} name="size" label={t("How many")} inputMode="numeric" hint={t("At most 10,000.")} />
          <TextField form={form} name="prefix" label={t("Each begins with")} upper maxLength={10} />
          <TextField
            form={form}
            name="expires_at"
            type="date"
            label={t("Last day")}
            hint={t("Empty means without end.")}
          />
        </>
      )}
      label={t("Make the codes")}
      send={({ name, size, prefix, expires_at }, key) =>
        http.post(
          `admin/promotions/${id}/batches`,
          { name, size: Number(size), prefix, expires_at: expiry(expires_at) },
          key,
        )
      }
      doneText={t("The codes are there")}
      onClose={onClose}
    />
  );
}
