/** An OpenID issuer that this brand trusts with some of its portals. */
export interface Issuer {
  id: string;
  name: string;
  issuer: string;
  client_id: string;
  has_secret: boolean;
  portals: Portal[];
  domains: string[];
  trusts_factors: boolean;
  active: boolean;
  callbacks: string[];
}

export type Portal = "customer" | "seller" | "admin";

export const ISSUERS = "admin/sign-in-providers";

/** What people type into one box: one a line, or with commas. */
export const listed = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
