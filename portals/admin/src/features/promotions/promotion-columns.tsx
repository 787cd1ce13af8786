import { Day } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { t } from "@/i18n/t";
import { PromotionStatus } from "./promotion-status";
import type { PromotionRow } from "./types";
import { UsageBar } from "./usage-bar";

export function promotionColumns(): Column<PromotionRow>[] {
  return [
    {
      id: "name",
      header: t("Promotion"),
      cell: ({ id, name, sentence }) => (
        <RowLink to={`/promotions/${id}`} note={sentence}>
          {name}
        </RowLink>
      ),
    },
    { id: "status", header: t("State"), cell: ({ status }) => <PromotionStatus status={status} /> },
    { id: "payer", header: t("Paid by"), from: "md", cell: (row) => payer(row) },
    {
      id: "uses",
      header: t("Uses"),
      from: "sm",
      cell: ({ uses, uses_max }) => (
        <UsageBar label={t("Uses")} used={uses} most={uses_max} text={uses_max ? `${uses} / ${uses_max}` : `${uses}`} />
      ),
    },
    {
      id: "budget",
      header: t("Budget"),
      from: "sm",
      cell: ({ spent, budget }) => (
        <UsageBar
          label={t("Budget")}
          used={spent.minor}
          most={budget?.minor ?? null}
          text={budget ? `${spent.text} / ${budget.text}` : spent.text}
        />
      ),
    },
    {
      id: "ends_at",
      header: t("Until"),
      from: "lg",
      cell: ({ ends_at }) => (ends_at ? <Day at={ends_at} /> : <span className="text-muted">{t("open")}</span>),
    },
  ];
}

export function payer({ seller, brand_bp }: PromotionRow): string {
  if (seller) return seller;
  if (brand_bp === 10000) return t("the brand");
  return t("the brand {share} %, sellers the rest", { share: brand_bp / 100 });
}
