import { FormError } from "@kit/form/form-error";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { INDIAN_STATES } from "@kit/format/indian-states";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { email, minLength, object, pipe, regex, string, trim } from "valibot";
import type { Brand } from "@/api/platform-types";
import { t } from "@/i18n/t";

const EMPTY = {
  name: "",
  slug: "",
  legal_name: "",
  order_prefix: "",
  document_code: "",
  home_state: "27",
  gstin: "",
  email: "",
  phone: "",
  primary: "#1c1d22",
  owner_name: "",
  owner_email: "",
};

const schema = () => {
  const said = pipe(string(), trim(), minLength(1, t("This is needed.")));
  const mail = pipe(string(), trim(), email(t("Write an e-mail address.")));
  return object({
    name: said,
    slug: pipe(
      string(),
      regex(/^[a-z][a-z0-9-]{1,30}$/, t("Small letters, digits and dashes, starting with a letter.")),
    ),
    legal_name: said,
    order_prefix: pipe(string(), regex(/^[A-Z]{3}$/, t("Three letters."))),
    document_code: pipe(string(), regex(/^[A-Z]{2}$/, t("Two letters."))),
    home_state: said,
    gstin: string(),
    email: mail,
    phone: said,
    primary: pipe(string(), regex(/^#[0-9a-f]{6}$/i, t("A colour such as #8a2846."))),
    owner_name: said,
    owner_email: mail,
  });
};

export function NewBrandForm({ onMade }: { onMade: (brand: Brand) => void }) {
  const { form, onSubmit, sending } = useApiForm({
    values: EMPTY,
    schema: schema(),
    send: async (values, key) => (await http.post<Brand>("platform/brands", values, key)).data,
    done: onMade,
  });
  return (
    <form onSubmit={onSubmit} className="flex max-w-2xl flex-col gap-4 pb-4" noValidate>
      <Section title={t("The shop")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField form={form} name="name" label={t("Brand name")} />
          <TextField
            form={form}
            name="slug"
            label={t("Address name")}
            hint={t("It becomes the web address and never changes.")}
          />
          <TextField
            form={form}
            name="order_prefix"
            label={t("Letters of order numbers")}
            placeholder="GLW"
            upper
            maxLength={3}
          />
          <TextField
            form={form}
            name="document_code"
            label={t("Letters of invoices")}
            placeholder="GL"
            upper
            maxLength={2}
          />
          <TextField
            form={form}
            name="primary"
            label={t("Main colour")}
            hint={t("Staff see it on every page of this brand.")}
          />
        </div>
      </Section>
      <Section title={t("Who is behind it")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField form={form} name="legal_name" label={t("Legal name")} />
          <SelectField form={form} name="home_state" label={t("Home state for tax")} options={INDIAN_STATES} />
          <TextField form={form} name="gstin" label={t("GSTIN")} upper />
          <TextField form={form} name="email" type="email" label={t("E-mail for customers")} />
          <TextField form={form} name="phone" type="tel" label={t("Phone for customers")} />
        </div>
      </Section>
      <Section title={t("First owner")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField form={form} name="owner_name" label={t("Name")} />
          <TextField
            form={form}
            name="owner_email"
            type="email"
            label={t("E-mail")}
            hint={t("Signs in with a code sent here.")}
          />
        </div>
      </Section>
      <FormError form={form} />
      <div>
        <Button type="submit" look="solid" isPending={sending}>
          {t("Launch the brand")}
        </Button>
      </div>
    </form>
  );
}
