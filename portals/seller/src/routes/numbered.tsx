import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { ApiError } from "@kit/http/error";
import { ErrorState } from "@kit/ui/error-state";
import { PageHeader } from "@kit/ui/page-header";
import { PageSkeleton } from "@kit/ui/skeleton";
import { DropForm } from "@/features/numbered/drop-form";
import { DropView } from "@/features/numbered/drop-view";
import type { Drop } from "@/features/numbered/types";
import { t } from "@/i18n/t";

/** A limited edition: from when, how many to a customer, and each of its pieces. */
export function Numbered() {
  const id = useParam("id");
  const query = useResource<Drop>(`seller/offers/${id}/drop`);
  const back = { to: "/stock", label: t("Stock") };
  const isNone = query.error instanceof ApiError && query.error.status === 404;
  return (
    <>
      <PageHeader
        title={query.data ? query.data.title : t("Numbered units")}
        lead={
          query.data
            ? [query.data.sku, t("Sold piece by piece; each has a number of its own.")].join(" · ")
            : t("For a limited edition: every piece has a number, is sold once, and is named on the order.")
        }
        back={back}
      />
      {query.data && <DropView drop={query.data} />}
      {isNone && <DropForm offerId={id} />}
      {query.error && !isNone && <ErrorState problem={query.error} retry={query.refetch} />}
      {query.isPending && <PageSkeleton />}
    </>
  );
}
