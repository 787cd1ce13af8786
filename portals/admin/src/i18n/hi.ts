/** The portal's words in Hindi. The English sentence is the key. */
import audit from "./hi-audit.ts";
import auditReturn from "./hi-audit-return.ts";
import auditShape from "./hi-audit-shape.ts";
import books from "./hi-books.ts";
import commission from "./hi-commission.ts";
import disputes from "./hi-disputes.ts";
import documents from "./hi-documents.ts";
import entries from "./hi-entries.ts";
import giftcards from "./hi-giftcards.ts";
import imports from "./hi-imports.ts";
import moderation from "./hi-moderation.ts";
import money from "./hi-money.ts";
import orders from "./hi-orders.ts";
import payouts from "./hi-payouts.ts";
import people from "./hi-people.ts";
import places from "./hi-places.ts";
import promotions from "./hi-promotions.ts";
import recon from "./hi-recon.ts";
import returns from "./hi-returns.ts";
import reviews from "./hi-reviews.ts";
import search from "./hi-search.ts";
import settings from "./hi-settings.ts";
import shape from "./hi-shape.ts";
import shipping from "./hi-shipping.ts";
import signin from "./hi-signin.ts";
import stock from "./hi-stock.ts";
import support from "./hi-support.ts";

export default {
  ...disputes,
  ...audit,
  ...books,
  ...commission,
  ...documents,
  ...giftcards,
  ...entries,
  ...imports,
  ...auditReturn,
  ...auditShape,
  ...moderation,
  ...money,
  ...payouts,
  ...orders,
  ...people,
  ...places,
  ...promotions,
  ...recon,
  ...returns,
  ...reviews,
  ...search,
  ...settings,
  ...shape,
  ...shipping,
  ...signin,
  ...stock,
  ...support,
} as const;
