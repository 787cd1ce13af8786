/** The order's number, of the number of an order or of a seller's part of it. */
export const orderOf = (number: string) => number.replace(/-[A-Z]+$/, "");
