import { Checkbox } from "@kit/ui/checkbox";
import { labelClass } from "@kit/ui/label";
import { type FieldValues, type Path, type UseFormReturn, useController } from "react-hook-form";
import { t } from "@/i18n/t";
import type { Portal } from "./issuer";

const PORTALS: Portal[] = ["admin", "seller", "customer"];

export function portalName(portal: Portal): string {
  if (portal === "admin") return t("Brand admin");
  return portal === "seller" ? t("Seller portal") : t("Storefront");
}

/** Which portals an issuer opens, kept in the form as words in one text. */
export function PortalChoice<Values extends FieldValues>({ form }: { form: UseFormReturn<Values> }) {
  const { field, fieldState } = useController({ control: form.control, name: "portals" as Path<Values> });
  const chosen = String(field.value).split(" ").filter(Boolean);
  const toggle = (portal: Portal, on: boolean) =>
    field.onChange(PORTALS.filter((one) => (one === portal ? on : chosen.includes(one))).join(" "));
  return (
    <fieldset>
      <legend className={labelClass}>{t("Opens")}</legend>
      <div className="flex flex-wrap gap-x-4">
        {PORTALS.map((portal) => (
          <Checkbox
            key={portal}
            label={portalName(portal)}
            checked={chosen.includes(portal)}
            onChange={(on) => toggle(portal, on)}
          />
        ))}
      </div>
      {fieldState.error && <p className="text-bad text-xs">{fieldState.error.message}</p>}
    </fieldset>
  );
}
