import { PageHeader } from "@kit/ui/page-header";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Brand } from "@/api/platform-types";
import { NewBrandForm } from "@/features/brands/new-brand-form";
import { t } from "@/i18n/t";

export function NewBrand() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const made = ({ slug, name }: Brand) => {
    toastDone(t("{name} is being set up", { name }));
    void queries.invalidateQueries();
    void navigate({ to: `/brands/${slug}` });
  };
  return (
    <>
      <PageHeader
        title={t("New brand")}
        lead={t("Its own shop, data, books and staff, ready within a second.")}
        back={{ to: "/brands", label: t("Brands") }}
      />
      <NewBrandForm onMade={made} />
    </>
  );
}
