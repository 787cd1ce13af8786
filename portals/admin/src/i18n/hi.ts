/** The portal's words in Hindi. The English sentence is the key. */
import money from "./hi-money.ts";
import orders from "./hi-orders.ts";
import people from "./hi-people.ts";
import places from "./hi-places.ts";
import promotions from "./hi-promotions.ts";

export default { ...money, ...orders, ...people, ...places, ...promotions } as const;
