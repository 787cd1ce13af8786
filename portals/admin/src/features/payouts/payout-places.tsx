import { TabStrip } from "@kit/table/tab-strip";
import { Link } from "@tanstack/react-router";
import { t } from "@/i18n/t";

/** The pages about paying sellers, as tabs below their titles. */
export function PayoutPlaces() {
  const places = [
    { to: "/payouts", label: t("Payouts") },
    { to: "/payouts/runs", label: t("Runs") },
    { to: "/payouts/bank", label: t("Bank files") },
    { to: "/payouts/cash", label: t("Cash on delivery") },
    { to: "/payouts/adjustments", label: t("Adjustments") },
    { to: "/payouts/plans", label: t("Plans and holds") },
  ];
  return (
    <TabStrip label={t("Payouts")}>
      {places.map(({ to, label }) => (
        <li key={to}>
          <Link
            to={to}
            activeOptions={{ exact: to === "/payouts" }}
            activeProps={{ "aria-current": "page", className: "border-ink font-medium text-ink" }}
            inactiveProps={{ className: "border-transparent text-muted hover:text-ink" }}
            className="-mb-px flex h-10 items-center whitespace-nowrap border-b-2 px-2.5 text-sm"
          >
            {label}
          </Link>
        </li>
      ))}
    </TabStrip>
  );
}
