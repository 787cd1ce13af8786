/** What the brand sells in, as the server said when it told who we are; rupees until then, and on pages of no brand. */
let code = "INR";

export function setCurrency(said: string | undefined) {
  code = said ?? "INR";
}

/** The sign before an amount that is typed: ₹, or the letters of a currency without one. */
export function currencySign(): string {
  const parts = new Intl.NumberFormat("en", {
    style: "currency",
    currency: code,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  return parts.find(({ type }) => type === "currency")?.value ?? code;
}

/** An amount that a screen adds up or names itself, in minor units of the brand's currency. */
export function currencyText(minor: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: code }).format(minor / 100);
}
