/** The portal's words in Hindi. The English sentence is the key. */
import application from "./hi-application.ts";
import disputes from "./hi-disputes.ts";
import documents from "./hi-documents.ts";
import editor from "./hi-editor.ts";
import entries from "./hi-entries.ts";
import goods from "./hi-goods.ts";
import imports from "./hi-imports.ts";
import money from "./hi-money.ts";
import payouts from "./hi-payouts.ts";
import promotions from "./hi-promotions.ts";
import returns from "./hi-returns.ts";
import review from "./hi-review.ts";
import reviews from "./hi-reviews.ts";
import stock from "./hi-stock.ts";
import work from "./hi-work.ts";

export default {
  ...disputes,
  ...application,
  ...documents,
  ...editor,
  ...goods,
  ...entries,
  ...imports,
  ...money,
  ...payouts,
  ...promotions,
  ...returns,
  ...review,
  ...reviews,
  ...stock,
  ...work,
} as const;
