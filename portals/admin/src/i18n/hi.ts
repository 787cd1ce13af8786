/** The portal's words in Hindi. The English sentence is the key. */
import money from "./hi-money.ts";
import orders from "./hi-orders.ts";
import people from "./hi-people.ts";
import places from "./hi-places.ts";
import search from "./hi-search.ts";

export default { ...money, ...orders, ...people, ...places, ...search } as const;
