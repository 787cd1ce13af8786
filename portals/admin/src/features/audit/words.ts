import { t } from "@/i18n/t";

/** What each act is called. An act that is not here is shown by its own words, never by a bare code. */
export function actText(action: string): string {
  return acts()[action] ?? plain(action.replace(".", ": "));
}

export const plain = (code: string) => {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The groups that a log can be narrowed to, by the beginning of their acts. */
export const groups = (platform: boolean) => [
  { value: "", label: t("All acts") },
  ...(platform
    ? [
        { value: "entity.", label: t("Verification") },
        { value: "brand.", label: t("Brands") },
      ]
    : [
        { value: "offer.", label: t("Prices") },
        { value: "stock.", label: t("Stock") },
        { value: "product.", label: t("Products") },
        { value: "order.", label: t("Orders") },
        { value: "seller.", label: t("Sellers") },
        { value: "commission.", label: t("Commission") },
        { value: "payout.", label: t("Payouts") },
        { value: "transfer.", label: t("Shares on hold") },
        { value: "refund.", label: t("Refunds") },
        { value: "brand.", label: t("Settings") },
      ]),
  { value: "login.", label: t("Signing in") },
  { value: "factor.", label: t("Second factors") },
  { value: "contact.", label: t("Contacts") },
  { value: "membership.", label: t("Roles and invitations") },
  { value: "support.", label: t("Borrowed views") },
  { value: "audit.", label: t("The log itself") },
];

const acts = (): Record<string, string> => ({
  "audit.exported": t("took a stretch of the log as a file"),
  "brand.launched": t("launched a brand"),
  "brand.suspended": t("suspended a brand"),
  "brand.reactivated": t("reactivated a brand"),
  "brand.manifest_applied": t("applied the brand's manifest"),
  "brand.settings_changed": t("changed the brand's rules"),
  "catalogue.imported": t("imported a catalogue"),
  "commission.rule_written": t("wrote a commission rule"),
  "commission.rule_archived": t("ended a commission rule"),
  "entity.submitted": t("sent in an application"),
  "entity.claims_changed": t("changed an application"),
  "entity.requirement_checked": t("checked a requirement"),
  "entity.requirement_waived": t("waived a requirement"),
  "entity.moved": t("moved an application on"),
  "entity.verified": t("verified a business"),
  "entity.needs_changes": t("asked a business for changes"),
  "entity.rejected": t("rejected a business"),
  "entity.suspended": t("suspended a business"),
  "login.succeeded": t("signed in"),
  "login.failed": t("typed a wrong code"),
  "login.ended": t("signed out"),
  "membership.granted": t("gave a role"),
  "membership.role_changed": t("changed a role"),
  "membership.revoked": t("removed somebody from a team"),
  "membership.invited": t("invited somebody"),
  "membership.invited_again": t("sent an invitation again"),
  "membership.invitation_revoked": t("took an invitation back"),
  "membership.invitation_accepted": t("accepted an invitation"),
  "offer.made": t("made an offer"),
  "offer.repriced": t("changed a price"),
  "offer.changed": t("changed an offer"),
  "order.part_accepted": t("accepted a parcel"),
  "order.part_packed": t("packed a parcel"),
  "order.part_shipped": t("shipped a parcel"),
  "order.part_delivered": t("marked a parcel as delivered"),
  "order.part_declined": t("declined a parcel"),
  "order.part_cancelled": t("cancelled a parcel"),
  "page.written": t("wrote a page"),
  "page.archived": t("archived a page"),
  "payout.run": t("started a payout run"),
  "payout.started": t("started a payout"),
  "payout.held": t("put a payout off"),
  "payout.paid": t("paid a payout"),
  "product.drafted": t("drafted a product"),
  "product.edited": t("edited a product"),
  "product.proposed": t("proposed a product"),
  "product.published": t("published a product"),
  "product.rejected": t("rejected a product"),
  "product.archived": t("archived a product"),
  "refund.requested": t("asked for a refund"),
  "refund.processed": t("refunded"),
  "refund.failed": t("could not refund"),
  "seller.applied": t("began an application"),
  "seller.application_changed": t("changed an application"),
  "seller.submitted": t("sent in an application"),
  "seller.approved": t("approved a seller"),
  "seller.activated": t("opened a shop"),
  "seller.rejected": t("rejected a seller"),
  "seller.suspended": t("suspended a seller"),
  "seller.reactivated": t("reactivated a seller"),
  "seller.paused": t("sent a shop on vacation"),
  "seller.resumed": t("brought a shop back from vacation"),
  "seller.shop_changed": t("changed a shop's texts"),
  "seller.seeded": t("brought a seller in with the manifest"),
  "seller.linked_account_changed": t("changed a seller's payment account"),
  "stock.adjusted": t("changed a stock count"),
  "support.viewing_started": t("began to look as"),
  "support.viewing_ended": t("stopped looking as"),
  "transfer.held": t("put a share on hold"),
  "transfer.released": t("released a share"),
  "transfer.reversed": t("took a share back"),
  "transfer.failed": t("could not put a share on hold"),
});

/** What each field of an entry is called. */
export function fieldText(name: string): string {
  return fields()[name] ?? plain(name.replace(/_minor$|_bp$/, ""));
}

const fields = (): Record<string, string> => ({
  amount_minor: t("Amount"),
  cap_minor: t("Cap"),
  due_at: t("Due"),
  fields: t("Fields"),
  fixed_minor: t("Fixed fee"),
  floor_minor: t("Least fee"),
  handling_days: t("Days to hand over"),
  methods: t("How"),
  mrp_minor: t("MRP"),
  on_hand: t("On the shelf"),
  paths: t("Looked at"),
  percent_bp: t("Percent"),
  portal: t("Portal"),
  price_minor: t("Price"),
  requests: t("Requests"),
  role: t("Role"),
  scope: t("Team of"),
  status: t("Status"),
  until: t("Until"),
  valid_from: t("Valid from"),
  valid_to: t("Valid until"),
  why: t("Why"),
});
