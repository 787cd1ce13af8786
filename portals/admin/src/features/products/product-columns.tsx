import { Age } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import { Badge, type Tone } from "@kit/ui/badge";
import { TextLink } from "@kit/ui/text-link";
import type { ProductRow } from "@/api/types";
import { t } from "@/i18n/t";
import { ModerationButtons } from "./moderation-buttons";
import { ProductPictures } from "./product-pictures";

const TONES: Record<string, Tone> = { proposed: "warn", published: "good", rejected: "bad" };

export const PRODUCT_STATUSES = ["proposed", "published", "rejected", "draft"];

export function productStatusText(status: string): string {
  const words: Record<string, string> = {
    proposed: t("To review"),
    published: t("Live"),
    rejected: t("Sent back"),
    draft: t("Draft"),
    archived: t("Archived"),
  };
  return words[status] ?? status;
}

export function productColumns(): Column<ProductRow>[] {
  return [
    {
      id: "title",
      header: t("Product"),
      cell: ({ id, title, image_url, seller, category }) => (
        <span className="flex items-center gap-3">
          <ProductPictures id={id} title={title} thumb={image_url} />
          <span className="min-w-0">
            <span className="wrap-anywhere line-clamp-2 font-medium">{title}</span>
            <span className="block text-muted text-xs">
              {[seller?.name, category?.name].filter(Boolean).join(" · ")}{" "}
              <TextLink to={`/products/${id}/stock`}>{t("Stock")}</TextLink>
            </span>
          </span>
        </span>
      ),
    },
    {
      id: "status",
      header: t("Status"),
      from: "sm",
      cell: ({ status }) => <Badge tone={TONES[status]}>{productStatusText(status)}</Badge>,
    },
    {
      id: "missing",
      header: t("Missing"),
      from: "md",
      cell: ({ missing }) => <span className="text-muted text-xs">{missing.join(", ")}</span>,
    },
    { id: "created_at", header: t("Added"), from: "lg", sortable: true, cell: (row) => <Age at={row.created_at} /> },
    { id: "act", header: t("Decide"), end: true, cell: (row) => <ModerationButtons product={row} /> },
  ];
}
