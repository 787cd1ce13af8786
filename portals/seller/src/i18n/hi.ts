/** The portal's words in Hindi. The English sentence is the key. */
import application from "./hi-application.ts";
import goods from "./hi-goods.ts";
import money from "./hi-money.ts";
import promotions from "./hi-promotions.ts";
import review from "./hi-review.ts";
import work from "./hi-work.ts";

export default { ...application, ...goods, ...money, ...promotions, ...review, ...work } as const;
