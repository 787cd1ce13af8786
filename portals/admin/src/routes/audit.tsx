import { AuditPage } from "@/features/audit/audit-page";

export const BrandAudit = () => <AuditPage path="admin/audit" />;
export const PlatformAudit = () => <AuditPage path="platform/audit" />;
