import { PageHeader } from "@kit/ui/page-header";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Product } from "@/api/types";
import { NewProductForm } from "@/features/products/new-product-form";
import { t } from "@/i18n/t";

export function NewProduct() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const made = ({ id }: Product) => {
    void queries.invalidateQueries();
    void navigate({ to: `/products/${id}/edit`, replace: true });
  };
  return (
    <>
      <PageHeader
        title={t("New product")}
        lead={t("Saved as a draft first; nobody sees it before the review.")}
        back={{ to: "/products", label: t("Products") }}
      />
      <NewProductForm onMade={made} />
    </>
  );
}
