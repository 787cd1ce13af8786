/** "1,234.5" typed by a person → 123450 paise; undefined when it is not an amount. No floating point on the way. */
export function toMinor(typed: string): number | undefined {
  const match = /^(\d{1,10})(?:\.(\d{0,2}))?$/.exec(typed.replaceAll(",", "").trim());
  if (!match) return undefined;
  const [, whole = "0", part = ""] = match;
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
}

/** 123450 paise → "1234.50", for the text box of a form. */
export function toTyped(minor: number | undefined): string {
  if (minor === undefined) return "";
  return `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
}
