import { t } from "@/i18n/t";

/** What is done with the shape of the catalogue and with edits of goods, as a sentence about somebody. */
export const shapeActions = (): Record<string, string> => ({
  "attribute.made": t("made an attribute"),
  "attribute.saved": t("changed an attribute"),
  "attribute.archived": t("archived an attribute"),
  "attribute.restored": t("brought an attribute back"),
  "category.made": t("made a category"),
  "category.saved": t("changed a category"),
  "category.archived": t("archived a category"),
  "category.moved": t("gave a category another address"),
  "collection.made": t("made a collection"),
  "collection.saved": t("changed a collection"),
  "collection.removed": t("removed a collection"),
  "collection.moved": t("gave a collection another address"),
  "product.moved": t("gave a product another address"),
  "product.described": t("changed a product's words for search engines"),
  "product.change_proposed": t("proposed a change of a product"),
  "product.change_withdrawn": t("withdrew a change of a product"),
  "product.change_approved": t("approved a change of a product"),
  "product.change_rejected": t("rejected a change of a product"),
  "product.change_rebased": t("compared a change with the product of today"),
  "product.decision_undone": t("took a decision about a product back"),
  "seller.trust_changed": t("changed whether a seller's goods need a look"),
});
