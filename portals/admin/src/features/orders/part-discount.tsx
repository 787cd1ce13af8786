import type { Discounted } from "@/api/types";
import { t } from "@/i18n/t";

/** What was taken off, and who pays it. */
export function PartDiscount({ of: { discount, brand_discount } }: { of: Discounted }) {
  if (!discount?.minor) return null;
  const whose = brand_discount.minor ? t("Discount, paid by the brand") : t("Discount, paid by the seller");
  return (
    <span className="block text-muted text-xs">
      {whose} − {discount.text}
    </span>
  );
}
