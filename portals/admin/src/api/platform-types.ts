/** The answers of the platform API under the names the screens use; shapes come from the generated document. */
import type {
  TenancyBrandOut,
  TenancyBrandRow,
  VerificationEntityOut,
  VerificationEntityRow,
  VerificationOverviewOut,
  VerificationRequirementOut,
} from "./platform/types.gen";

export type BrandRow = TenancyBrandRow;
export type Brand = Omit<TenancyBrandOut, "contact"> & { contact: { email?: string; phone?: string } };
export type Entity = VerificationEntityOut;
export type EntityRequirement = VerificationRequirementOut;
export type EntityRow = VerificationEntityRow;
export type PlatformOverview = VerificationOverviewOut;
