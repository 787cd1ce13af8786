import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { FormError } from "@kit/form/form-error";
import { useApiForm } from "@kit/form/use-api-form";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LivePreview } from "@/features/promotions/live-preview";
import { body, EMPTY, schema, type Terms, termsOf } from "@/features/promotions/terms";
import { TermsFields } from "@/features/promotions/terms-fields";
import type { Promotion } from "@/features/promotions/types";
import { t } from "@/i18n/t";

export function NewPromotion() {
  return <Editor values={{ ...EMPTY, starts_at: new Date().toISOString().slice(0, 10) }} />;
}

export function EditPromotion() {
  const query = useResource<Promotion>(`admin/promotions/${useParam("id")}`);
  return (
    <Loaded query={query} cards={2}>
      {(kept) => <Editor values={termsOf(kept)} kept={kept} />}
    </Loaded>
  );
}

function Editor({ values, kept }: { values: Terms; kept?: Promotion }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { form, onSubmit, sending } = useApiForm<Terms, Promotion>({
    values,
    schema: schema(),
    send: async (terms) => {
      const path = kept ? `admin/promotions/${kept.id}` : "admin/promotions";
      return (await call<Promotion>(kept ? "PUT" : "POST", path, { body: body(terms, kept) })).data;
    },
    done: ({ id }) => {
      toastDone(t("The promotion is kept"));
      void queries.invalidateQueries();
      void navigate({ to: `/promotions/${id}` });
    },
  });
  const terms = body(form.watch(), kept);
  const back = kept
    ? { to: `/promotions/${kept.id}`, label: kept.name }
    : { to: "/promotions", label: t("Promotions") };
  return (
    <form onSubmit={onSubmit} noValidate>
      <PageHeader
        title={kept ? t("Edit {name}", { name: kept.name }) : t("New promotion")}
        back={back}
        actions={
          <Button type="submit" look="solid" isPending={sending}>
            {t("Save")}
          </Button>
        }
      />
      {kept?.is_used && (
        <Notice title={t("Orders were made on these terms. Its name, last day, limits and priority may change.")} />
      )}
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          <TermsFields form={form} />
          <FormError form={form} />
        </div>
        <div className="lg:sticky lg:top-4">
          <LivePreview terms={{ ...terms, name: terms.name || t("New promotion") }} />
        </div>
      </div>
    </form>
  );
}
