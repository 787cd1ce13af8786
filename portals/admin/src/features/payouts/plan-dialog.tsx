import { ActDialog } from "@kit/form/act-dialog";
import { http } from "@kit/http/client";
import { t } from "@/i18n/t";
import { PlanFields } from "./plan-fields";
import { type PlanValues, planBody, planSchema, planValues } from "./plan-form";
import type { BrandPlan, Plan } from "./types";

interface PlanDialogProps {
  title: string;
  path: string;
  plan: Plan & Partial<BrandPlan>;
  ofBrand: boolean;
  onClose: () => void;
}

/** Changes the brand's plan, or gives a seller one of its own. */
export function PlanDialog({ title, path, plan, ofBrand, onClose }: PlanDialogProps) {
  return (
    <ActDialog<PlanValues>
      title={title}
      consequence={t("It counts from the next run.")}
      values={planValues(plan)}
      schema={planSchema()}
      fields={(form) => <PlanFields form={form} ofBrand={ofBrand} />}
      label={t("Save")}
      send={(values) => http.put(path, planBody(values, ofBrand))}
      doneText={t("The plan is saved")}
      onClose={onClose}
    />
  );
}
